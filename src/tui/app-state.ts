import type { Moment } from "../base/day.ts";
import type { FailureFacts } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { HomeFacts } from "../pages/home-page.ts";
import { NOTHING_PICKED, type Picked } from "../pages/picked.ts";
import type { Effect, Message, Session } from "../review/session.ts";
import type { KeyName } from "./key-name.ts";

/** Which screen is in front. `opening` is home while a sitting is being prepared. */
export type Screen = "home" | "opening" | "review" | "summary";

/** A page in front of the screen. */
export type Overlay = "keys" | "info" | "source";

/** What just happened, told in one line until the next key. */
export type Notice =
  | { readonly kind: "undone" | "redone" | "suspended" | "buried" | "flag-set" | "flag-taken" }
  | { readonly kind: "failed"; readonly failure: FailureFacts };

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
  /** What is typed so far as the answer to the card in front. */
  readonly typed: string;
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
  /** What today holds has been looked up again. */
  | { readonly type: "home-changed"; readonly home: HomeFacts };

/** What the app wants from the world. */
export type AppEffect =
  /** Open the history for writing and start a sitting, with so many new cards beyond today's limit. */
  | { readonly type: "open"; readonly extra: number }
  /** Let others write again; today is looked up anew. */
  | { readonly type: "close" }
  | { readonly type: "session"; readonly effect: Effect }
  | { readonly type: "remember-language"; readonly lang: Lang }
  /** Leave; `how` tells a key that means it from an interruption. */
  | { readonly type: "quit"; readonly how: "key" | "interruption" };

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
    typed: "",
    notice: null,
  };
}
