import type { CrashAt } from "../../engine/runtime/sweep/crash-sweep.ts";
import { crashSweep } from "../../engine/runtime/sweep/crash-sweep.ts";
import type { SweptJob, SweptRun } from "../../engine/runtime/sweep/swept-job.ts";
import { sweepSeed } from "../../engine/runtime/sweep/swept-seed.ts";
import type { Json } from "../json.ts";
import type { Player, RunRequest, RunResult } from "../run.ts";
import { PLAIN_RUN } from "../run.ts";
import { NO_CHECKPOINT, TOO_FEW_RUNS } from "./check-words.ts";
import type { Check, Finding } from "./check.ts";
import { PASS, seedsOf } from "./check.ts";
import type { Observation } from "./observation.ts";
import { observe } from "./observation.ts";
import { failedUndisturbed } from "./undisturbed.ts";

/** What must be the same whatever crashes, and when. */
export interface ExactlyOnce<Outcome> extends Pick<Check, "id" | "says"> {
  /** What counts of a run, such as the committed rows; sort what has no order. */
  readonly outcomeOf: Observation<Outcome>;
  /** What the runs have in common. */
  readonly request?: Partial<RunRequest>;
  /** What dies at a step; by default the subtask that would have taken it. */
  readonly crashAt?: CrashAt;
  /** Completed checkpoints without which a run, undisturbed, shows nothing; 1 by default. */
  readonly checkpoints?: number;
  /** Returns how many checkpoints a run has completed; by default Flink's own are counted. */
  readonly completedOf?: (outcome: Outcome, result: RunResult) => number;
}

const failTask: CrashAt = (step) => ({ type: "fail-task", at: { step } });

/**
 * Returns the check that a crash at every step, with each seed, leaves the same behind as no crash. A counterexample has
 * the least input that is found within a limit, then the smallest seed, then the earliest crash.
 */
export function exactlyOnce<Outcome>({ id, says, outcomeOf, ...options }: ExactlyOnce<Outcome>): Check {
  const base = { ...PLAIN_RUN, ...options.request };
  const { crashAt = failTask, checkpoints = 1, completedOf = flinksOwn } = options;
  const jobOf = (player: Player): SweptJob<Json, Json> => ({
    input: player.input(base),
    play: (input: readonly Json[], { seed, faults }: SweptRun) => {
      const result = player.play({ ...base, input, seed, faults });
      return { ...result, outcome: observe(result, outcomeOf) };
    },
  });
  return {
    id,
    says,
    kind: "invariant",
    run: (player, effort): Finding => {
      const seeds = seedsOf(effort);
      const completed: number[] = [];
      for (const seed of seeds) {
        const calm = player.play({ ...base, seed });
        if (calm.failure !== null) return failedUndisturbed(calm.failure, { ...base, seed });
        completed.push(completedOf(calm.outcome as Outcome, calm));
      }
      const verdict = crashSweep(jobOf(player), seeds, crashAt);
      if (verdict.type === "held") return heldFinding(completed, checkpoints);
      const { input, seed, crashAt: step, expected, actual } = verdict.counterexample;
      const faults = step === null ? [] : [crashAt(step)];
      return { status: "fail", expected, actual, counterexample: { ...base, input, seed, faults } };
    },
    sweep: (player, effort) => seedsOf(effort).map((seed) => sweepSeed(jobOf(player), seed, crashAt)),
  };
}

/** Where nothing was saved before a crash, a job began anew: that shows nothing, not even beside others that did save. */
function heldFinding(completed: readonly number[], least: number): Finding {
  if (completed.length === 0) return { status: "inconclusive", because: TOO_FEW_RUNS };
  return completed.every((count) => count >= least)
    ? PASS
    : { status: "inconclusive", because: NO_CHECKPOINT };
}

function flinksOwn(_outcome: unknown, { completedCheckpoints }: RunResult): number {
  return completedCheckpoints;
}
