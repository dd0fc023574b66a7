import type { CrashAt } from "../../engine/runtime/sweep/crash-sweep.ts";
import { crashSweep } from "../../engine/runtime/sweep/crash-sweep.ts";
import type { SweptRun } from "../../engine/runtime/sweep/swept-job.ts";
import type { Json } from "../json.ts";
import type { RunRequest, RunResult } from "../run.ts";
import { PLAIN_RUN } from "../run.ts";
import { NO_CHECKPOINT } from "./check-words.ts";
import type { Check, Finding } from "./check.ts";
import { PASS, seedsOf } from "./check.ts";
import type { Observation } from "./observation.ts";
import { observe } from "./observation.ts";
import { undisturbedFailure } from "./undisturbed.ts";

/** What must be the same whatever crashes, and when. */
export interface ExactlyOnce<Outcome> extends Pick<Check, "id" | "says"> {
  /** What counts of a run, such as the committed rows; sort what has no order. */
  readonly outcomeOf: Observation<Outcome>;
  /** What the runs have in common. */
  readonly request?: Partial<RunRequest>;
  /** What dies at a step; by default the subtask that would have taken it. */
  readonly crashAt?: CrashAt;
  /** Completed checkpoints without which the runs show nothing; 1 by default. */
  readonly checkpoints?: number;
  /** Returns how many checkpoints a run has completed; by default Flink's own are counted. */
  readonly completedOf?: (outcome: Outcome, result: RunResult) => number;
}

const failTask: CrashAt = (step) => ({ type: "fail-task", at: { step } });

/**
 * Returns the check that a crash at every step, with each seed, leaves the same behind as no crash. A counterexample has
 * the least input, then the smallest seed, then the earliest crash.
 */
export function exactlyOnce<Outcome>({ id, says, outcomeOf, ...options }: ExactlyOnce<Outcome>): Check {
  const base = { ...PLAIN_RUN, ...options.request };
  const { crashAt = failTask, checkpoints = 1, completedOf = flinksOwn } = options;
  return {
    id,
    says,
    kind: "invariant",
    run: (player, effort): Finding => {
      const failed = undisturbedFailure(player, base);
      if (failed !== null) return failed;
      const play = (input: readonly Json[], { seed, faults }: SweptRun) => {
        const result = player.play({ ...base, input, seed, faults });
        const completedCheckpoints = completedOf(result.outcome as Outcome, result);
        return { ...result, completedCheckpoints, outcome: observe(result, outcomeOf) };
      };
      const verdict = crashSweep({ input: player.input(base), play }, seedsOf(effort), crashAt);
      if (verdict.type === "held")
        return verdict.completedCheckpoints >= checkpoints
          ? PASS
          : { status: "inconclusive", because: NO_CHECKPOINT };
      const { input, seed, crashAt: step, expected, actual } = verdict.counterexample;
      const faults = step === null ? [] : [crashAt(step)];
      return { status: "fail", expected, actual, counterexample: { ...base, input, seed, faults } };
    },
  };
}

function flinksOwn(_outcome: unknown, { completedCheckpoints }: RunResult): number {
  return completedCheckpoints;
}
