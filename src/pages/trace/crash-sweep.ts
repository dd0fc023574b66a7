import type { SweptSeed } from "../../engine/runtime/sweep/swept-seed.ts";

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
