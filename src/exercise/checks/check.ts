import type { Bilingual } from "../../base/lang.ts";
import type { SweptSeed } from "../../engine/runtime/sweep/swept-seed.ts";
import type { Json } from "../json.ts";
import type { Player, RunRequest } from "../run.ts";

/** How thoroughly checks look: the learner waits for one answer, the nightly gate does not. */
export interface Effort {
  /** Interleavings, and crash points with each of them. */
  readonly seeds: number;
}

/** A promise that a right job keeps, and how it is put to the test. */
export interface Check {
  readonly id: string;
  /** What is promised, as a sentence. */
  readonly says: Bilingual;
  /** Whether it holds for whatever the job is fed with, or compares with one known output. */
  readonly kind: "invariant" | "golden";
  readonly run: (player: Player, effort: Effort) => Finding;
  /** Crashes the job before each of its steps, with each seed, where the promise is about that; a picture of it shows all. */
  readonly sweep?: (player: Player, effort: Effort) => readonly SweptSeed[];
}

/** What a check has found. */
export type Finding =
  | { readonly status: "pass" }
  | {
      readonly status: "fail";
      readonly expected: Json;
      readonly actual: Json;
      /** The smallest run that was found in which the promise is broken; `null` for a job that was never run. */
      readonly counterexample: RunRequest | null;
    }
  /** The runs have shown nothing, for instance because no checkpoint was completed before a crash. */
  | { readonly status: "inconclusive"; readonly because: Bilingual };

/** A promise that was kept. */
export const PASS: Finding = { status: "pass" };

/** Returns the seeds of the interleavings that a check tries: 0, 1, 2... */
export function seedsOf({ seeds }: Effort): readonly number[] {
  return Array.from({ length: seeds }, (_, seed) => seed);
}
