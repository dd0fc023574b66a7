import type { Moment } from "../base/day.ts";
import type { FailureFacts } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { Place } from "../base/problem.ts";
import type { CardId } from "../card/card.ts";
import type { HomeFacts } from "../pages/home-page.ts";
import type { LineInput } from "../pages/input-rows.ts";
import { NOTHING_PICKED, type Picked } from "../pages/picked.ts";
import type { DeckNews } from "../review/deck-news.ts";
import type { DeckChanged, Effect, Message, Session } from "../review/session.ts";
import type { Rating } from "../schedule/memory.ts";
import type { KeyName } from "./key-name.ts";
import { EMPTY_LINE } from "./line-input.ts";

/** Which screen is in front. `opening` is home while a sitting is being prepared. */
export type Screen = "home" | "opening" | "review" | "summary";

/** A page in front of the screen. */
export type Overlay = "keys" | "info" | "source";

/** What just happened, told in one line until the next key. */
export type Notice =
  | { readonly kind: "undone" | "redone" | "suspended" | "buried" | Remark | DeckNews }
  | { readonly kind: "failed"; readonly failure: FailureFacts };

/** What was written on the card in front, or taken off it. */
type Remark = "flag-set" | "flag-taken" | "note-set" | "note-taken";

/** What is written on the line at the bottom: why the card is flagged, or the learner's note on it. */
export type Writing = "reason" | "note";

/** Everything that the terminal shows, but for its size. */
export interface App {
  readonly lang: Lang;
  readonly screen: Screen;
  readonly overlay: Overlay | null;
  /** Rows by which the page in front is scrolled. */
  readonly offset: number;
  /** Which choice of the first screen is selected, counted from 0. */
  readonly selected: number;
  readonly home: HomeFacts;
  readonly session: Session | null;
  /** What is picked of the options of the card in front. */
  readonly picked: Picked;
  /** The line being written, if one is: else it is the answer to the card in front. */
  readonly writing: Writing | null;
  /** What is typed so far. */
  readonly line: LineInput;
  /** The grade that the arrows have gone to; `null` = they haven't moved. */
  readonly grade: Rating | null;
  readonly notice: Notice | null;
}

/** How the page in front fills its window: as far as it can be scrolled, and the rows seen at once. */
export interface Extent {
  readonly furthest: number;
  readonly page: number;
}

/** The options of the card in front: none unless it is a choice. */
export interface Options {
  readonly count: number;
  /** Those that are right, counted from 0. */
  readonly right: readonly number[];
}

/** What a sitting has to know of notes that were read again. */
export type NotesReport = DeckChanged & { readonly moment: Moment };

/** What happens to the app. */
export type AppMessage =
  | {
      readonly type: "pressed";
      readonly key: KeyName;
      readonly moment: Moment;
      readonly extent: Extent;
      readonly options: Options;
      /** The answers that count as right if the card in front wants one typed. */
      readonly accepted: readonly string[];
      /** The row at which the source page opens. */
      readonly sourceOffset: number;
    }
  /** Text was typed or pasted, or came from an input method, while an answer is being typed. */
  | { readonly type: "entered"; readonly text: string }
  /** A sitting is ready. */
  | { readonly type: "opened"; readonly session: Session }
  /** A sitting couldn't be opened. */
  | { readonly type: "open-failed"; readonly failure: FailureFacts }
  /** The world answers an effect of the sitting, or time has passed in it. */
  | { readonly type: "session"; readonly message: Message }
  /** The notes have been read again; `message` tells the sitting, if there is one. `cause` = who had them read. */
  | {
      readonly type: "notes-read";
      readonly home: HomeFacts;
      readonly message: NotesReport | null;
      readonly cause: "editor" | "watch";
    }
  /** The editor couldn't be started, or the notes not be read again. */
  | { readonly type: "notes-failed"; readonly failure: FailureFacts }
  /** What today holds has been looked up again. */
  | { readonly type: "home-changed"; readonly home: HomeFacts };

/** What the app wants from the world. */
export type AppEffect =
  /** Open the history for writing and start a sitting, with so many new cards beyond today's limit. */
  | { readonly type: "open"; readonly extra: number }
  /** Let others write again; today is looked up anew. */
  | { readonly type: "close" }
  | { readonly type: "session"; readonly effect: Effect }
  /** Lend the terminal to the learner's editor, with this place of the notes in it, and read the notes again. */
  | { readonly type: "edit"; readonly place: Place }
  | { readonly type: "remember-language"; readonly lang: Lang }
  | { readonly type: "quit"; readonly how: Leaving };

/** How the full screen is left: by a key that means it, by an interruption, or for the screens of exercises. */
export type Leaving = "key" | "interruption" | LeavingToFix;

/** To one exercise, or to the list of them (`null`). */
export interface LeavingToFix {
  readonly exercise: CardId | null;
}

export type AppStep = readonly [App, readonly AppEffect[]];

/** Returns the app as it starts: the first screen. */
export function startApp(lang: Lang, home: HomeFacts): App {
  return {
    lang,
    screen: "home",
    overlay: null,
    offset: 0,
    selected: 0,
    home,
    session: null,
    picked: NOTHING_PICKED,
    writing: null,
    line: EMPTY_LINE,
    grade: null,
    notice: null,
  };
}
