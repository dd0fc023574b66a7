import type { Instant, Moment } from "../base/day.ts";
import type { FailureFacts } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { Card, CardId } from "../card/card.ts";
import { faceIn } from "../card/card.ts";
import type { Deck } from "../card/deck.ts";
import type { CardRated, EventDraft, EventHead, HistoryEvent } from "../history/event.ts";
import type { Progress } from "../history/progress.ts";
import type { ClockCourse } from "../schedule/elapsed.ts";
import { clockCourse } from "../schedule/elapsed.ts";
import type { Memory, Phase, Rating } from "../schedule/memory.ts";
import type { Attempt, Grades } from "./attempt.ts";
import type { Limits, Queue } from "./queue.ts";
import { buildQueue } from "./queue.ts";

/** What a sitting goes by. */
export interface SessionRules {
  readonly limits: Limits;
  readonly grades: Grades;
  /** The language in which cards are asked first, where they have it. */
  readonly lang: Lang;
}

/** The question of a card is in front of the learner. */
export interface Asking {
  readonly kind: "asking";
  readonly card: Card;
  /** The language in which it is shown: always one that the card has. */
  readonly lang: Lang;
  /** When the question came. */
  readonly since: Instant;
}

/** The answer of a card is in front of the learner too. */
interface Revealed extends Omit<Asking, "kind"> {
  readonly kind: "revealed";
  /** What was answered before the reveal; `null` = nothing. */
  readonly attempt: Attempt | null;
  /** The rating that the attempt speaks for; `null` without one. The learner decides. */
  readonly suggested: Rating | null;
  /** What each rating makes of the memory: what is shown of it is what will be applied. */
  readonly outlook: Readonly<Record<Rating, Memory>>;
}

/** Nothing is to be asked now; the queue says when something comes. */
export interface Idle {
  readonly kind: "idle";
}

/** Something is on its way to the disk. Nothing else happens before it is there. */
export interface Saving {
  readonly kind: "saving";
  readonly what: "record" | "undo" | "redo";
  /** What was shown when it began: to be drawn while it lasts, and gone back to if it fails. */
  readonly back: Showing | Idle;
}

/** A card is shown. */
export type Showing = Asking | Revealed;

/** Where a sitting stands. */
type Stage = Showing | Idle | Saving;

/** An answer of a sitting: its event, and what the card was before it. */
export interface Answer {
  readonly event: EventHead & CardRated;
  readonly before: Phase | "new";
}

/** One sitting. */
export interface Session {
  readonly deck: Deck;
  readonly rules: SessionRules;
  readonly progress: Progress;
  /** When the last message came. */
  readonly moment: Moment;
  /** What was to be asked when the present card came, that card included. */
  readonly queue: Queue;
  readonly stage: Stage;
  /** What was answered in this sitting and not undone, in order. */
  readonly answers: readonly Answer[];
  /** What was answered in this sitting and undone: a redo brings it back. */
  readonly undone: readonly Answer[];
  /** Why the last wish failed; `null` = it didn't. Gone with the next wish. */
  readonly failure: FailureFacts | null;
  /** Whether the clock stands before the journal's last event. */
  readonly clock: ClockCourse;
}

/** What the learner does. */
export type Wish =
  | { readonly type: "revealed" }
  /** Answers a choice (options counted from 0), and reveals. */
  | { readonly type: "chose"; readonly options: readonly number[]; readonly right: readonly number[] }
  /** Answers in writing, and reveals. */
  | { readonly type: "typed"; readonly text: string; readonly accepted: readonly string[] }
  | { readonly type: "rated"; readonly rating: Rating }
  | { readonly type: "flipped-language" }
  | { readonly type: "suspended" }
  | { readonly type: "buried" }
  /** Flags the card, or takes the flag away; `reason` may be `""`. */
  | { readonly type: "flagged"; readonly reason: string }
  /** Writes a note on the card instead of the one it has; `""` takes that away. */
  | { readonly type: "noted"; readonly note: string }
  | { readonly type: "undone" }
  | { readonly type: "redone" };

/** The notes have been read again. */
export interface DeckChanged {
  readonly type: "deck-changed";
  readonly deck: Deck;
  /** What follows from the journal, for the notes as they are now. */
  readonly progress: Progress;
  /** The cards that go by another id now, by the one that they had. */
  readonly successors: ReadonlyMap<CardId, CardId>;
}

/** What the world reports. */
export type Report =
  /** Time has passed. */
  | { readonly type: "ticked" }
  /** For so many milliseconds, up to now, the learner was elsewhere: they don't belong to the answer. */
  | { readonly type: "was-away"; readonly ms: number }
  /**
   * What an effect asked for is on the disk. `action` is what it was about: the action recorded, undone or redone.
   * `progress` is what follows from the journal now.
   */
  | { readonly type: "recorded"; readonly action: HistoryEvent; readonly progress: Progress }
  /** What an effect asked for could not be done; nothing of it is on the disk. */
  | { readonly type: "record-failed"; readonly failure: FailureFacts }
  | DeckChanged;

/** Whatever reaches a session, and when. */
export type Message = (Wish | Report) & { readonly moment: Moment };

/** What a session wants done. Each effect is answered by `recorded` or `record-failed`. */
export type Effect =
  /** Append the drafts to the journal, durably; the action is the last of them. */
  | { readonly type: "record"; readonly drafts: readonly EventDraft[] }
  /** Retract, as of `moment`, what `undoTarget` or `redoTarget` names. */
  | { readonly type: "retract"; readonly which: "undo" | "redo"; readonly moment: Moment };

/** A session after a message, and what it wants done. */
export type Step = readonly [Session, readonly Effect[]];

/** What a sitting begins with. */
export type SessionStart = Pick<Session, "deck" | "progress" | "rules" | "moment">;

/** Returns a sitting in which the first card of the queue is asked. */
export function startSession(start: SessionStart): Session {
  const queue = queueNow(start);
  return {
    ...start,
    queue,
    stage: firstOf(queue, start),
    answers: [],
    undone: [],
    failure: null,
    clock: clockOf(start),
  };
}

/** Returns the session with what the queue has first; idle if it has nothing. */
export function askNext(session: Session): Session {
  const queue = queueNow(session);
  return { ...session, queue, stage: firstOf(queue, session) };
}

/** Returns the stage in which a card is asked: in `lang` if it has that language. */
export function askingOf({ rules, moment }: SessionStart, card: Card, lang: Lang = rules.lang): Asking {
  return { kind: "asking", card, lang: faceIn(card, lang)?.lang ?? lang, since: moment.at };
}

/** Tells whether the clock stands before everything that has happened. */
export function clockOf({ progress, moment }: SessionStart): ClockCourse {
  return progress.head === null ? "steady" : clockCourse(progress.head, moment);
}

/** Returns what is to be asked now. */
export function queueNow({ deck, progress, rules, moment }: SessionStart): Queue {
  return buildQueue(deck, progress, rules.limits, moment);
}

function firstOf({ entries: [first] }: Queue, start: SessionStart): Showing | Idle {
  return first === undefined ? { kind: "idle" } : askingOf(start, first.card);
}
