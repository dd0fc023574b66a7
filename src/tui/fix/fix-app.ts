import type { Moment } from "../../base/day.ts";
import type { FailureFacts } from "../../base/failure.ts";
import type { Lang } from "../../base/lang.ts";
import type { Exercise } from "../../card/exercise.ts";
import type { SweptSeed } from "../../engine/runtime/sweep/swept-seed.ts";
import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { Fault } from "../../exercise/fault.ts";
import type { LineInput } from "../../pages/input-rows.ts";
import type { ListedExercise } from "../../pages/practice/exercise-list-page.ts";
import type { PictureView } from "../../pages/practice/picture-view.ts";
import type { Panel } from "../../pages/practice/practice-page.ts";
import type { Practice, PracticeEffect, PracticeMessage } from "../../practice/practice.ts";
import type { Memory, Rating } from "../../schedule/memory.ts";
import type { Extent } from "../app-state.ts";
import type { KeyName } from "../key-name.ts";
import type { ShownTrace } from "./fix-world.ts";

/** Which exercises the list shows. */
export type ListFilter = "all" | "open" | "due";

/** An attempt that is in front, and what is known of it besides. */
export interface OpenPractice {
  readonly practice: Practice;
  readonly panel: Panel;
  /** The learner's file, an absolute path. */
  readonly file: string;
  /** The learner's text when it was run last; `null` if the file is gone. */
  readonly text: string | null;
  /** What a type checker says about that text. */
  readonly advice: readonly Fault[];
  /** The run that shows the verdict, and how one looks at it; `null` = there is none. */
  readonly picture: PictureView | null;
  /** What each rating would make of the memory. */
  readonly outlook: Readonly<Record<Rating, Memory>>;
}

/** Everything that the screens of exercises show, but for their size. */
export interface FixApp {
  readonly lang: Lang;
  readonly screen: "list" | "opening" | "trust" | "practice";
  readonly overlay: "keys" | null;
  readonly offset: number;
  readonly listed: readonly ListedExercise[];
  readonly filter: ListFilter;
  /** What the list is searched for. */
  readonly search: string;
  /** The line on which a search is written; `null` = none is. */
  readonly writing: LineInput | null;
  readonly selected: number;
  readonly open: OpenPractice | null;
  /** The exercise whose programs may only run with a yes, and its deck; `null` = none waits for it. */
  readonly doubt: { readonly exercise: Exercise; readonly deck: string } | null;
  /** What just happened; gone with the next key. */
  readonly notice: FixNotice | null;
}

/** What just happened, told in one line. */
export type FixNotice =
  | { readonly kind: "reset" | "reset-undone" }
  | { readonly kind: "failed"; readonly failure: FailureFacts };

/** What happens to the screens of exercises. */
export type FixMessage =
  | { readonly type: "pressed"; readonly key: KeyName; readonly moment: Moment; readonly extent: Extent }
  /** Text was typed, pasted or came from an input method while a search is written. */
  | { readonly type: "entered"; readonly text: string }
  | { readonly type: "listed"; readonly listed: readonly ListedExercise[] }
  | {
      readonly type: "opened";
      readonly open: Omit<OpenPractice, "panel" | "picture" | "practice" | "advice">;
      readonly start: Practice;
    }
  | { readonly type: "open-failed"; readonly failure: FailureFacts }
  | { readonly type: "trust-wanted"; readonly exercise: Exercise; readonly deck: string }
  | { readonly type: "practice"; readonly message: PracticeMessage }
  /** The learner's text as it is run now. */
  | { readonly type: "text-read"; readonly text: string | null }
  | { readonly type: "advised"; readonly run: number; readonly advice: readonly Fault[] }
  | PictureNews;

/** What comes behind the verdict on a run, for its picture. */
export type PictureNews = { readonly run: number } & (
  | { readonly type: "shown"; readonly picture: PictureView }
  /** The same run of the broken job. */
  | { readonly type: "compared"; readonly broken: readonly TracedEvent[] }
  /** The run with one element of its input moved to the place `selected`. */
  | { readonly type: "moved"; readonly played: ShownTrace; readonly selected: number }
  /** What came of crashing the job before each of its steps; `null`: there was no answer. */
  | { readonly type: "swept"; readonly seeds: readonly SweptSeed[] | null }
);

/** A key was pressed. */
export type FixPressed = FixMessage & { readonly type: "pressed" };

/** What the screens of exercises want from the world. */
export type FixEffect =
  | { readonly type: "open" | "trust-and-open"; readonly exercise: Exercise }
  /** The attempt is left where it is. */
  | { readonly type: "leave" }
  | { readonly type: "practice"; readonly effect: PracticeEffect }
  /** Play the job with one element of its input moved. */
  | { readonly type: "move-input"; readonly from: number; readonly to: number }
  /** Crash the job before each of its steps. */
  | { readonly type: "sweep" }
  | { readonly type: "remember-language"; readonly lang: Lang }
  | { readonly type: "quit"; readonly how: "key" | "interruption" };

export type FixStep = readonly [FixApp, readonly FixEffect[]];

/** Returns the screens as they start: at the list. */
export function startFix(lang: Lang, listed: readonly ListedExercise[]): FixApp {
  return {
    lang,
    screen: "list",
    overlay: null,
    offset: 0,
    listed,
    filter: "all",
    search: "",
    writing: null,
    selected: 0,
    open: null,
    doubt: null,
    notice: null,
  };
}

/** Returns the exercises that fit filter and search, in their order. */
export function shownExercises({ listed, filter, search, lang }: FixApp): readonly ListedExercise[] {
  const wanted = search.trim().toLowerCase();
  return listed.filter((each) => {
    const { id, title, chapter } = each.exercise;
    const words = [id, title[lang], title.en, `ch${chapter}`];
    return FITS[filter](each) && words.some((word) => word.toLowerCase().includes(wanted));
  });
}

const FITS: Readonly<Record<ListFilter, (listed: ListedExercise) => boolean>> = {
  all: () => true,
  open: ({ standing, attempt }) => standing !== "done" || attempt === "begun",
  due: ({ standing }) => standing === "due",
};
