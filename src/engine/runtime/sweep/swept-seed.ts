import type { CrashAt } from "./crash-sweep.ts";
import { isSameOutcome, type SweptJob } from "./swept-job.ts";

/** What came of crashing a job before each of its steps, with one seed. */
export interface SweptSeed {
  readonly seed: number;
  /** The steps of the undisturbed run: the job crashed before each of them, from 1 on. */
  readonly steps: number;
  /** Before which steps a crash made it come to something else. */
  readonly violatedAt: readonly number[];
}

/**
 * Plays a job once undisturbed and then once for each step before which something can fail, to the last one: what a
 * `crashSweep` breaks off at its first violation is told in full.
 */
export function sweepSeed<Input, Outcome>(
  job: SweptJob<Input, Outcome>,
  seed: number,
  crashAt: CrashAt,
): SweptSeed {
  const { steps, outcome: expected } = job.play(job.input, { seed, faults: [] });
  const isViolated = (step: number): boolean =>
    !isSameOutcome(job.play(job.input, { seed, faults: [crashAt(step)] }).outcome, expected);
  const all = Array.from({ length: steps }, (_, index) => index + 1);
  return { seed, steps, violatedAt: all.filter(isViolated) };
}
