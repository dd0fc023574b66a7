import { IllegalArgumentException } from "../../java/exceptions.ts";

/** How many events a stage takes: at least 1 (Flink's `Quantifier.Times`). */
export interface Times {
  readonly from: number;
  readonly to: number;
}

/** Returns the numbers of events of a stage; from 0 on means from 1 on. Throws an `IllegalArgumentException` for none. */
export function timesOf(from: number, to: number): Times {
  if (to < 1 && to <= from)
    throw new IllegalArgumentException("You should give a positive number greater than 0.");
  const least = Math.max(from, 1);
  if (to >= least) return { from: least, to };
  throw new IllegalArgumentException(`The to should be a number greater than or equal to from: ${least}.`);
}
