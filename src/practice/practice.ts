import type { Instant, Moment } from "../base/day.ts";
import type { FailureFacts } from "../base/failure.ts";
import type { Bilingual } from "../base/lang.ts";
import type { Exercise } from "../card/exercise.ts";
import type { Variant } from "../exercise/variant.ts";
import type { Verdict } from "../exercise/verdict.ts";
import type { Memory, Rating } from "../schedule/memory.ts";

/** What an attempt at an exercise has come to so far: kept on disk, so that it can be gone on with. */
export interface Attempt {
  /** The name of the broken job that was handed out. */
  readonly variant: string;
  /** The seed of its data. */
  readonly data: number;
  /** Rungs of the ladder of hints that were taken. */
  readonly hints: number;
  /** All runs, and those whose verdict was no pass. */
  readonly runs: number;
  readonly failingRuns: number;
  /** Milliseconds of work: each pause counts for twice the par of the exercise at most. */
  readonly ms: number;
  /** Whether a solution has been shown: from then on it can only be rated as such. */
  readonly end: "open" | "revealed";
}

/** An attempt of which nothing has been done. */
export function beginAttempt({ name, data }: Pick<Variant, "name" | "data">): Attempt {
  return { variant: name, data, hints: 0, runs: 0, failingRuns: 0, ms: 0, end: "open" };
}

/** What waits for a yes or a no. */
export type Asked = "hint" | "reveal" | "reset";

/** How far an attempt is. It never goes on by itself. */
export type PracticeStage =
  /** The learner edits; every save is run. */
  | { readonly type: "working" }
  /** All promises are kept, or a solution has been shown: why was the job broken? */
  | { readonly type: "explaining"; readonly end: "passed" | "revealed"; readonly cause: number | null }
  /** The rating is on its way to the disk. */
  | { readonly type: "saving"; readonly back: Extract<PracticeStage, { type: "explaining" }> }
  /** It is on record. */
  | {
      readonly type: "over";
      readonly end: "passed" | "revealed";
      readonly cause: number | null;
      readonly rating: Rating;
      readonly memory: Memory;
    };

/** One attempt at one exercise. */
export interface Practice {
  readonly exercise: Exercise;
  readonly variant: Variant;
  readonly attempt: Attempt;
  readonly stage: PracticeStage;
  /** What waits for a yes or a no; `null` = nothing. */
  readonly asked: Asked | null;
  /** What runs: the number of the newest run that was begun, and whether its verdict has come. */
  readonly run: { readonly number: number; readonly is: "idle" | "running" };
  /** The verdict on the newest text; `null` before the first run. */
  readonly verdict: Verdict | null;
  /** What there is to say about a wrong fix that was expected; `null` = nothing. */
  readonly remark: Bilingual | null;
  /** Whether the learner's text was put back to the broken job, so that this can be undone. */
  readonly reset: "possible" | "undoable";
  /** When the last message came. */
  readonly at: Instant;
}

/** What happens to an attempt, and when. */
export type PracticeMessage = PracticeEvent & { readonly moment: Moment };

/** What happens to an attempt. */
export type PracticeEvent =
  /** The learner wants the next hint, a solution, or the broken job back. */
  | { readonly type: "asked"; readonly for: Asked }
  | { readonly type: "confirmed" }
  | { readonly type: "declined" }
  | { readonly type: "reset-undone" }
  | { readonly type: "editor-wanted" }
  /** The learner's text has changed on disk, or is to be run once more. */
  | { readonly type: "saved" }
  /** `text` tells whether the text was another one than at the run before. */
  | {
      readonly type: "verdict-came";
      readonly run: number;
      readonly verdict: Verdict;
      readonly text: "changed" | "same";
    }
  | { readonly type: "remark-came"; readonly run: number; readonly remark: Bilingual }
  /** The learner says why the job was broken: an option, counted from 0. */
  | { readonly type: "cause-picked"; readonly option: number }
  | { readonly type: "rated"; readonly rating: Rating }
  | { readonly type: "recorded"; readonly memory: Memory; readonly rating: Rating }
  | { readonly type: "failed"; readonly failure: FailureFacts };

/** What an attempt wants done. */
export type PracticeEffect =
  /** Run the learner's text of now; a run that is going on is of no interest any more. */
  | { readonly type: "run"; readonly number: number }
  | { readonly type: "open-editor" }
  /** Put the broken job in the place of the learner's text and keep that, or put it back. */
  | { readonly type: "reset" | "undo-reset" }
  | { readonly type: "keep-attempt"; readonly attempt: Attempt }
  | {
      readonly type: "record";
      readonly rating: Rating;
      readonly attempt: Attempt;
      readonly end: "passed" | "revealed";
      /** Whether the learner could say why the job was broken; `null` = nobody asked. */
      readonly rootCause: "right" | "wrong" | null;
    };

export type PracticeStep = readonly [Practice, readonly PracticeEffect[]];

/** Returns an attempt as it begins or goes on: what the learner left is run at once. */
export function startPractice(
  exercise: Exercise,
  variant: Variant,
  attempt: Attempt,
  { at }: Moment,
): PracticeStep {
  const practice: Practice = {
    exercise,
    variant,
    attempt,
    stage:
      attempt.end === "open" ? { type: "working" } : { type: "explaining", end: "revealed", cause: null },
    asked: null,
    run: { number: 1, is: "running" },
    verdict: null,
    remark: null,
    reset: "possible",
    at,
  };
  return [practice, [{ type: "run", number: 1 }]];
}
