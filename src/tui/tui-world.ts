import type { Moment } from "../base/day.ts";
import type { Lang } from "../base/lang.ts";
import type { Place } from "../base/problem.ts";
import type { HomeFacts } from "../pages/home-page.ts";
import type { Effect, Message, Session } from "../review/session.ts";
import type { NotesReport } from "./app-state.ts";
import type { Painter } from "./painter.ts";
import type { ThemeWish } from "./theme.ts";

/** A sitting that is ready to begin, and who draws its cards. */
export interface Sitting {
  readonly session: Session;
  readonly painter: Painter;
}

/** What the full screen needs from outside: clock, notes, journal and settings. */
export interface TuiWorld {
  readonly lang: Lang;
  /** Where it begins: on the first screen, or in the review that this would start. */
  readonly from: "home" | "review";
  readonly theme: ThemeWish;
  readonly now: () => Moment;
  /** Returns what today holds, by what is on disk. */
  readonly home: (lang: Lang) => HomeFacts;
  /** Opens the history for writing and starts a sitting. Rejects with a Failure if it can't. */
  readonly openSitting: (extra: number, lang: Lang) => Promise<Sitting>;
  /** Does what a sitting wants; returns what came of it. It doesn't throw Failures. */
  readonly perform: (effect: Effect) => Message;
  /** Lets others write. */
  readonly closeSitting: () => void;
  readonly rememberLanguage: (lang: Lang) => void;
  /** Has a place of the notes edited; `lend` runs something that has the terminal to itself. Rejects with a Failure. */
  readonly edit: (place: Place, lend: Lend) => Promise<void>;
  /** Reads the notes again; returns what the sitting has to know of it, `null` if none is open. Rejects with a Failure. */
  readonly readNotes: () => Promise<NotesReport | null>;
  /** Calls `listener` when notes have changed on disk; returns how to stop that. */
  readonly watchNotes: (listener: () => void) => () => void;
  /** Loads what a sitting will need while the first screen is read. */
  readonly preload: () => void;
}

/** Runs something that has the terminal to itself meanwhile. */
export type Lend = (run: () => Promise<void>) => Promise<void>;
