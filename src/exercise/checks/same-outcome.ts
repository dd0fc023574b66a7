import { shrinkInput } from "../../engine/runtime/sweep/shrink-input.ts";
import { ShrinkLimit } from "../../engine/runtime/sweep/shrink-limit.ts";
import { isSameOutcome } from "../../engine/runtime/sweep/swept-job.ts";
import type { Json } from "../json.ts";
import type { RunRequest } from "../run.ts";
import { PLAIN_RUN } from "../run.ts";
import { TOO_FEW_RUNS } from "./check-words.ts";
import type { Check, Effort, Finding } from "./check.ts";
import { PASS } from "./check.ts";
import type { Observation } from "./observation.ts";
import { observe } from "./observation.ts";
import { undisturbedFailure } from "./undisturbed.ts";

/** What must be the same however a job is run. */
export interface SameOutcome<Outcome> extends Pick<Check, "id" | "says"> {
  /** What counts of a run; sort what has no order. */
  readonly outcomeOf: Observation<Outcome>;
  /** What the runs have in common. */
  readonly request?: Partial<RunRequest>;
  /** In what they differ, such as the seed or the parallelism; the first is what the others are compared with. */
  readonly differences: (effort: Effort) => readonly Partial<RunRequest>[];
}

/**
 * Returns the check that runs which may differ in something come to the same. A counterexample has the least input that
 * is found within a limit.
 */
export function sameOutcome<Outcome>({ id, says, outcomeOf, ...options }: SameOutcome<Outcome>): Check {
  const base = { ...PLAIN_RUN, ...options.request };
  return {
    id,
    says,
    kind: "invariant",
    run: (player, effort): Finding => {
      const [first = {}, ...others] = options.differences(effort);
      const failed = undisturbedFailure(player, { ...base, ...first });
      if (failed !== null) return failed;
      if (others.length === 0) return { status: "inconclusive", because: TOO_FEW_RUNS };
      let limit: ShrinkLimit | null = null;
      const outcome = (input: readonly Json[], difference: Partial<RunRequest>): Json => {
        const result = player.play({ ...base, ...difference, input });
        limit?.count(result.steps);
        return observe(result, outcomeOf);
      };
      const search = (input: readonly Json[]) => {
        const expected = outcome(input, first);
        for (const difference of others) {
          const actual = outcome(input, difference);
          if (!isSameOutcome(actual, expected)) return { expected, actual, difference };
        }
        return null;
      };
      const whole = player.input(base);
      const divergence = search(whole);
      if (divergence === null) return PASS;
      limit = new ShrinkLimit();
      const { input, found } = shrinkInput(whole, divergence, { search, limit });
      const { expected, actual, difference } = found;
      return { status: "fail", expected, actual, counterexample: { ...base, ...difference, input } };
    },
  };
}
