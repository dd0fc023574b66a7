/** What came of crashing a job before each of its steps, with one seed. */
export interface SweptSeed {
  readonly seed: number;
  /** The steps of the undisturbed run: the job crashed before each of them, from 1 on. */
  readonly steps: number;
  /** Before which steps a crash broke the promise. */
  readonly violatedAt: readonly number[];
}

/** The smallest run that breaks the promise. Its parts are shown as values. */
export interface SmallestRun {
  readonly seed: number;
  /** `null`: without a crash. */
  readonly crashAt: number | null;
  readonly input: readonly unknown[];
  readonly expected: unknown;
  readonly actual: unknown;
}

/** A crash sweep over some seeds. */
export interface SweepResult {
  readonly seeds: readonly SweptSeed[];
  readonly counterexample: SmallestRun | null;
}
