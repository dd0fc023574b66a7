import type { Lang } from "../base/lang.ts";

/** How the interface is coloured; `auto` asks the terminal. */
type ThemeName = "auto" | "dark" | "light" | "mono" | "contrast";

/** What the person has set, and the defaults for the rest. Durations are in milliseconds. */
export interface Config {
  /** `null` = the language of the system. */
  readonly lang: Lang | null;
  /** Folders and files of notes, absolute; none = the deck that is shipped. */
  readonly decks: readonly string[];
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** How likely an answer is to be remembered on the day it comes due, 0.7 to 0.99. */
  readonly retention: number;
  /** The hour at which a logical day begins, 0 to 23. */
  readonly rollover: number;
  /** How many grades there are to choose from. */
  readonly grades: 2 | 4;
  readonly learningSteps: readonly number[];
  readonly relearningSteps: readonly number[];
  /** How far ahead a learning card may be shown when nothing else is left. */
  readonly learnAhead: number;
  /** The 21 weights of FSRS-6; `null` = its defaults. */
  readonly weights: readonly number[] | null;
  readonly theme: ThemeName;
  /** How wide the terminal draws what Unicode calls ambiguous: `“ ” … → ①`. */
  readonly ambiguousWidth: "narrow" | "wide";
  /** How the editor is called, with its switches; `null` = as the environment says. */
  readonly editor: string | null;
}

export type ConfigKey = keyof Config;
