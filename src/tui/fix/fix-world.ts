import type { Moment } from "../../base/day.ts";
import type { Bilingual, Lang } from "../../base/lang.ts";
import type { Exercise } from "../../card/exercise.ts";
import type { SweptSeed } from "../../engine/runtime/sweep/swept-seed.ts";
import type { Fault } from "../../exercise/fault.ts";
import type { RunRequest } from "../../exercise/run.ts";
import type { SweptPromise } from "../../exercise/swept-promise.ts";
import type { Verdict } from "../../exercise/verdict.ts";
import type { Highlight } from "../../pages/markdown/highlight.ts";
import type { ListedExercise } from "../../pages/practice/exercise-list-page.ts";
import type { PlayedTrace } from "../../pages/practice/picture-view.ts";
import type { SignSet } from "../../pages/trace/trace-signs.ts";
import type { PracticeEffect, PracticeStep } from "../../practice/practice.ts";
import type { Memory, Rating } from "../../schedule/memory.ts";
import type { ThemeWish } from "../theme.ts";
import type { Lend } from "../tui-world.ts";

/** What the screens of exercises need from outside. */
export interface FixWorld {
  readonly lang: Lang;
  readonly theme: ThemeWish;
  readonly signs: SignSet;
  readonly highlight: Highlight | null;
  readonly now: () => Moment;
  /** The exercise that is opened at once, and left for good; `null`: the list comes first. */
  readonly only: Exercise | null;
  /** Returns the exercises, by what is on disk. */
  readonly list: () => readonly ListedExercise[];
  /** Returns the deck of an exercise whose programs may not run yet; `null` if they may. Throws a Failure. */
  readonly untrustedDeck: (exercise: Exercise) => string | null;
  /** Lets the programs of that deck run from now on. Throws a Failure. */
  readonly trust: (exercise: Exercise) => void;
  /** Opens an exercise whose programs may run. Throws a Failure. */
  readonly open: (exercise: Exercise) => OpenExercise;
  readonly rememberLanguage: (lang: Lang) => void;
}

/** A run as it is shown. */
export type ShownTrace = Pick<PlayedTrace, "events" | "request">;

/** An exercise that is open: the learner's file, and the runner of its checks. */
export interface OpenExercise {
  readonly start: PracticeStep;
  /** The learner's file, an absolute path. */
  readonly file: string;
  /** What each rating would make of the memory. */
  readonly outlook: Readonly<Record<Rating, Memory>>;
  /** Returns the learner's text; `null` if the file is gone. */
  readonly text: () => string | null;
  /** Judges a text; the run that shows the verdict comes a little later. `null`: a newer text came, or there is no such run. Rejects with a Failure. */
  readonly run: (text: string, onVerdict: (verdict: Verdict) => void) => Promise<ShownTrace | null>;
  /** Plays the broken job once; `null` if that comes to nothing. Rejects with a Failure. */
  readonly playBroken: (request: RunRequest) => Promise<ShownTrace | null>;
  /** Returns what there is to say about a wrong fix that was expected; `null` if this one wasn't. */
  readonly remarkOn: (verdict: Verdict) => Promise<Bilingual | null>;
  /** Plays a text once; `null` if that comes to nothing. Rejects with a Failure. */
  readonly play: (text: string, request: RunRequest) => Promise<ShownTrace | null>;
  /** Crashes the job that was judged last before each of its steps; `null` if that comes to nothing. Rejects with a Failure. */
  readonly sweep: (text: string, promise: SweptPromise) => Promise<readonly SweptSeed[] | null>;
  /** Returns what a type checker says about the learner's file: advice, nothing more. None where there is no checker. */
  readonly advise: () => Promise<readonly Fault[]>;
  /** Has the learner's file edited: in an editor that is open beside the terminal where there is a beside, else until it is closed. Rejects with a Failure. */
  readonly edit: (lend: Lend) => Promise<"beside" | "closed">;
  /** Does what an attempt wants of the disk. Throws Failures. */
  readonly keep: (
    effect: Extract<PracticeEffect, { readonly type: "keep-attempt" | "reset" | "undo-reset" }>,
  ) => void;
  /** Puts a rating on record, durably; returns what it made of the memory. Rejects with a Failure. */
  readonly record: (effect: Extract<PracticeEffect, { readonly type: "record" }>) => Promise<Memory>;
  /** Calls `listener` when the learner's file has changed; returns how to stop that. */
  readonly watch: (listener: () => void) => () => void;
  /** Stops whatever runs. */
  readonly close: () => void;
}
