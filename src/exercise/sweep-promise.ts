import type { SweptSeed } from "../engine/runtime/sweep/swept-seed.ts";
import type { Check } from "./checks/check.ts";
import { fedWith } from "./other-data.ts";
import type { Trial } from "./put-to-the-test.ts";
import type { Player } from "./run.ts";

/** Which promise is swept, and how. */
export interface PromiseSweep {
  /** The id of a check; `null`: the first that can tell. */
  readonly check: string | null;
  readonly trial: Trial;
}

/**
 * Crashes a job before each of its steps and returns where that breaks a promise, by what its check looks at; `null` if
 * no such check can tell.
 */
export function sweepPromise(
  checks: readonly Check[],
  player: Player,
  { check: wanted, trial }: PromiseSweep,
): readonly SweptSeed[] | null {
  const check = checks.find(({ id, sweep }) => sweep !== undefined && (wanted === null || id === wanted));
  return check?.sweep?.(fedWith(player, trial.data), trial) ?? null;
}
