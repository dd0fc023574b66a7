import type { PlainFault } from "../faults/fault.ts";

/** What a run of a job came to. */
export interface PlayedJob<Outcome> {
  /** What counts of it, such as the contents of its sinks; compared as JSON, so a bag has to be sorted. */
  readonly outcome: Outcome;
  /** The steps that it took. */
  readonly steps: number;
  readonly completedCheckpoints: number;
}

/** How a job is played: with which interleaving, and what goes wrong meanwhile. */
export interface SweptRun {
  readonly seed: number | null;
  readonly faults: readonly PlainFault[];
}

/** A job that can be played again and again, each time from the beginning and in a new world. */
export interface SweptJob<Input, Outcome> {
  /** What the job is fed with; a counterexample needs as little of it as possible. */
  readonly input: readonly Input[];
  /** Plays the job with an input. A job that fails for good must say so in its outcome, not throw. */
  readonly play: (input: readonly Input[], run: SweptRun) => PlayedJob<Outcome>;
}

/** The smallest run that was found in which the job did something else than it should. */
export interface Counterexample<Input, Outcome> {
  readonly seed: number;
  /** Before which step something failed; `null` if nothing did. */
  readonly crashAt: number | null;
  readonly input: readonly Input[];
  readonly expected: Outcome;
  readonly actual: Outcome;
}

/** What came of many runs of a job. */
export type SweepVerdict<Input, Outcome> =
  | { readonly type: "held"; readonly runs: number; readonly completedCheckpoints: number }
  | {
      readonly type: "violated";
      readonly runs: number;
      readonly counterexample: Counterexample<Input, Outcome>;
    };

/** Whether two outcomes are the same. */
export function isSameOutcome(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
