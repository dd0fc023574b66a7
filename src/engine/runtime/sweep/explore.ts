import { shrinkInput } from "./shrink-input.ts";
import { ShrinkLimit } from "./shrink-limit.ts";
import { isSameOutcome, type SweepVerdict, type SweptJob } from "./swept-job.ts";

/** A run that came to something else than the first one. */
interface Divergence<Outcome> {
  readonly seed: number;
  readonly expected: Outcome;
  readonly actual: Outcome;
}

/**
 * Plays a job with the seeds 0, 1, 2… and so in as many interleavings: all are legal, so all outcomes must be the same.
 * The first one that differs is shown with as little input as is found within a limit: the job depends on who is faster.
 */
export function explore<Input, Outcome>(
  job: SweptJob<Input, Outcome>,
  interleavings: number,
): SweepVerdict<Input, Outcome> {
  let runs = 0;
  let completedCheckpoints = 0;
  let spent: ShrinkLimit | null = null;
  const play = (input: readonly Input[], seed: number): Outcome => {
    const played = job.play(input, { seed, faults: [] });
    runs += 1;
    spent?.count(played.steps);
    completedCheckpoints += played.completedCheckpoints;
    return played.outcome;
  };
  const search = (input: readonly Input[]): Divergence<Outcome> | null => {
    const expected = play(input, 0);
    for (let seed = 1; seed < interleavings; seed++) {
      const actual = play(input, seed);
      if (!isSameOutcome(actual, expected)) return { seed, expected, actual };
    }
    return null;
  };
  const divergence = search(job.input);
  if (divergence === null) return { type: "held", runs, completedCheckpoints };
  const limit = new ShrinkLimit();
  spent = limit;
  const { input, found } = shrinkInput(job.input, divergence, { search, limit });
  return { type: "violated", runs, counterexample: { ...found, crashAt: null, input } };
}
