/** Runs in which a smaller input is looked for, at the most: a learner waits for the answer. */
const MOST_RUNS = 2000;
/** Steps of these runs together, at the most: a run of a long input takes longer. */
const MOST_STEPS = 250_000;

/**
 * Counts what is spent on making a counterexample smaller. A job that is broken gets its answer with a counterexample that
 * could be smaller, rather than none in time; and as runs and steps are counted, it is the same one on every machine.
 */
export class ShrinkLimit {
  #runs = 0;
  #steps = 0;

  /** Counts a run. */
  count(steps: number): void {
    this.#runs += 1;
    this.#steps += steps;
  }

  /** Whether what was found so far has to do. */
  get isReached(): boolean {
    return this.#runs >= MOST_RUNS || this.#steps >= MOST_STEPS;
  }
}
