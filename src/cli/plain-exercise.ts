import type { PracticeEffect } from "../practice/practice.ts";
import type { JudgedJob } from "../sandbox/exercise-runner.ts";
import type { OpenExercise } from "../tui/fix/fix-world.ts";
import type { RecordedAttempt } from "./record-attempt.ts";

/** An exercise that is open, for a talk in lines too: verdicts come whole, and ratings say which event they are. */
export interface PlainExercise extends OpenExercise {
  /** Judges a text; `null` if the exercise was closed meanwhile. Rejects with a Failure. */
  readonly judge: (text: string) => Promise<JudgedJob | null>;
  /** Puts a rating on record, durably. Rejects with a Failure. */
  readonly rate: (effect: Extract<PracticeEffect, { readonly type: "record" }>) => Promise<RecordedAttempt>;
}
