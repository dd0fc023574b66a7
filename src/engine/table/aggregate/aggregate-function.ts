import type { Field } from "../row.ts";
import type { Accumulator } from "./accumulator.ts";

/** How an aggregate works on its accumulator. NULL is skipped by all of them. */
export interface AggregateFunction {
  readonly accumulate: (accumulator: Accumulator, value: Field) => void;
  /** Takes back a value that was accumulated. */
  readonly retract: (accumulator: Accumulator, value: Field) => void;
  /** Adds what another accumulator has seen. */
  readonly merge: (accumulator: Accumulator, other: Accumulator) => void;
  readonly getValue: (accumulator: Accumulator) => Field;
}

/** COUNT: how many values there are (Flink's `CountAggFunction`). */
export const countFunction: AggregateFunction = {
  accumulate: (accumulator, value) => addTo(accumulator, value, 1),
  retract: (accumulator, value) => addTo(accumulator, value, -1),
  merge: mergeSums,
  getValue: (accumulator) => accumulator.count,
};

/** SUM, NULL if there is no value (Flink's `SumWithRetractAggFunction`). */
export const sumFunction: AggregateFunction = {
  ...countFunction,
  getValue: (accumulator) => (accumulator.count === 0 ? null : accumulator.sum),
};

/** AVG of BIGINT or INT: the sum divided by the count, cut off towards 0, as the planner rewrites it. */
export const integerAverageFunction: AggregateFunction = {
  ...countFunction,
  getValue: (accumulator) =>
    accumulator.count === 0 ? null : Math.trunc(accumulator.sum / accumulator.count) + 0,
};

/** AVG of DOUBLE. */
export const doubleAverageFunction: AggregateFunction = {
  ...countFunction,
  getValue: (accumulator) => (accumulator.count === 0 ? null : accumulator.sum / accumulator.count),
};

function addTo(accumulator: Accumulator, value: Field, sign: 1 | -1): void {
  if (value === null) return;
  accumulator.count += sign;
  if (typeof value === "number") accumulator.sum += sign * value;
}

function mergeSums(accumulator: Accumulator, other: Accumulator): void {
  accumulator.count += other.count;
  accumulator.sum += other.sum;
}
