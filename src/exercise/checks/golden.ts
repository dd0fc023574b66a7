import { isSameOutcome } from "../../engine/runtime/sweep/swept-job.ts";
import type { Json } from "../json.ts";
import type { RunRequest } from "../run.ts";
import { PLAIN_RUN } from "../run.ts";
import type { Check, Finding } from "./check.ts";
import { PASS } from "./check.ts";
import type { Observation } from "./observation.ts";
import { observe } from "./observation.ts";

/** An output that is known, for one input. */
export interface Golden<Outcome> extends Pick<Check, "id" | "says"> {
  readonly outcomeOf: Observation<Outcome>;
  readonly request?: Partial<RunRequest>;
  readonly expected: Json;
}

/** Returns the check that one run comes to a known output. It never stands alone: outputs can be copied. */
export function golden<Outcome>({ id, says, outcomeOf, expected, ...options }: Golden<Outcome>): Check {
  return {
    id,
    says,
    kind: "golden",
    run: (player): Finding => {
      const request = { ...PLAIN_RUN, ...options.request };
      const actual = observe(player.play(request), outcomeOf);
      return isSameOutcome(actual, expected)
        ? PASS
        : { status: "fail", expected, actual, counterexample: request };
    },
  };
}
