import type { PlainFault } from "../faults/fault.ts";
import { shrinkInput } from "./shrink-input.ts";
import { ShrinkLimit } from "./shrink-limit.ts";
import {
  type Counterexample,
  isSameOutcome,
  type PlayedJob,
  type SweepVerdict,
  type SweptJob,
} from "./swept-job.ts";

/** What fails at a step; by default the subtask that would have taken it. */
export type CrashAt = (step: number) => PlainFault;

/** A run in which a job did something else than undisturbed. */
interface Violation<Outcome> {
  readonly seed: number;
  readonly crashAt: number;
  readonly expected: Outcome;
  readonly actual: Outcome;
}

const failTask: CrashAt = (step) => ({ type: "fail-task", at: { step } });

/**
 * Plays a job once undisturbed and then once for each step before which something can fail, with each of the seeds: the
 * outcome must always be the same. A violation is made as small as it gets within a limit: least input, then smallest
 * seed, then earliest crash.
 */
export function crashSweep<Input, Outcome>(
  job: SweptJob<Input, Outcome>,
  seeds: readonly number[],
  crashAt: CrashAt = failTask,
): SweepVerdict<Input, Outcome> {
  const sweep = new CrashSweep(job, seeds, crashAt);
  const violation = sweep.search(job.input);
  if (violation === null) {
    return { type: "held", runs: sweep.runs, completedCheckpoints: sweep.completedCheckpoints };
  }
  const counterexample = sweep.shrink(violation);
  return { type: "violated", runs: sweep.runs, counterexample };
}

class CrashSweep<Input, Outcome> {
  readonly #job: SweptJob<Input, Outcome>;
  readonly #seeds: readonly number[];
  readonly #crashAt: CrashAt;
  /** What may be spent on a smaller input; `null` as long as none is looked for. */
  #limit: ShrinkLimit | null = null;
  #runs = 0;
  #completedCheckpoints = 0;

  constructor(job: SweptJob<Input, Outcome>, seeds: readonly number[], crashAt: CrashAt) {
    this.#job = job;
    this.#seeds = seeds.toSorted((one, other) => one - other);
    this.#crashAt = crashAt;
  }

  get runs(): number {
    return this.#runs;
  }

  /** The checkpoints of all undisturbed runs: without any, a sweep has shown nothing. */
  get completedCheckpoints(): number {
    return this.#completedCheckpoints;
  }

  /** Returns the first violation of all seeds with an input; `null` if there is none. */
  search(input: readonly Input[]): Violation<Outcome> | null {
    for (const seed of this.#seeds) {
      const violation = this.#searchWith(input, seed);
      if (violation !== null) return violation;
    }
    return null;
  }

  /** Returns a violation with as little input as is found within the limit. */
  shrink(violation: Violation<Outcome>): Counterexample<Input, Outcome> {
    const limit = new ShrinkLimit();
    this.#limit = limit;
    // A sweep of a long input takes time: all the seeds have their turn only with what one of them has left of it.
    const search = (input: readonly Input[]) => this.#searchWith(input, violation.seed);
    const short = shrinkInput(this.#job.input, violation, { search, limit });
    const first = this.search(short.input) ?? short.found;
    const small = shrinkInput(short.input, first, { search: (input) => this.search(input), limit });
    return { ...small.found, input: small.input };
  }

  /** Returns the first violation of one seed with an input; `null` if there is none, or none was found in time. */
  #searchWith(input: readonly Input[], seed: number): Violation<Outcome> | null {
    const calm = this.#play(input, seed, []);
    this.#completedCheckpoints += calm.completedCheckpoints;
    for (let crashAt = 1; crashAt <= calm.steps && this.#limit?.isReached !== true; crashAt++) {
      const { outcome } = this.#play(input, seed, [this.#crashAt(crashAt)]);
      if (!isSameOutcome(outcome, calm.outcome)) {
        return { seed, crashAt, expected: calm.outcome, actual: outcome };
      }
    }
    return null;
  }

  #play(input: readonly Input[], seed: number, faults: readonly PlainFault[]): PlayedJob<Outcome> {
    this.#runs += 1;
    const played = this.#job.play(input, { seed, faults });
    this.#limit?.count(played.steps);
    return played;
  }
}
