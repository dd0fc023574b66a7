import type { Day, Instant, Moment } from "../base/day.ts";
import type { Lang } from "../base/lang.ts";
import type { CardId } from "../card/card.ts";
import type { Rating } from "../schedule/memory.ts";
import type { Parameters } from "../schedule/parameters.ts";
import type { EventId } from "./event-id.ts";

/** Where an answer was given. A `cram` answer is counted, but changes no memory. */
export type RatingSource = "review" | "cram" | "interview" | "exercise" | "import";

/** The text of a card as it stood when it got a past: what finds it again after edits. */
export interface CardSeen {
  readonly type: "card-seen";
  readonly card: CardId;
  readonly question: string;
  readonly answer: string;
  readonly file: string;
  readonly line: number;
}

/** A card was answered. */
export interface CardRated {
  readonly type: "card-rated";
  readonly card: CardId;
  /** The language in which it was asked. */
  readonly lang: Lang;
  readonly rating: Rating;
  /** Milliseconds from the question to the rating. */
  readonly ms: number;
  readonly source: RatingSource;
  /** Where it was done, if `source` doesn't say; if it isn't there, here. */
  readonly origin?: "import";
  /** What the attempt showed, if the card is an exercise. */
  readonly attempt?: ExerciseAttempt;
}

/** How an attempt at an exercise went. */
export interface ExerciseAttempt {
  readonly end: "passed" | "revealed";
  /** Which broken job it was, and the kind of fix that it needs. */
  readonly variant: string;
  readonly fixKind: string;
  /** Rungs of the ladder of hints that were taken. */
  readonly hints: number;
  /** All runs, and those whose verdict was no pass. */
  readonly runs: number;
  readonly failingRuns: number;
  /** Whether the learner could say why the job was broken; if it isn't there, nobody asked. */
  readonly rootCause?: "right" | "wrong";
}

/** An event doesn't count. If that event is itself a retraction, what it retracted counts again. */
export interface Retracted {
  readonly type: "retracted";
  readonly event: EventId;
}

/** A card is not asked any more, or is asked again; it rests for the day, or no longer does. */
export interface CardStanding {
  readonly type: "card-suspended" | "card-unsuspended" | "card-buried" | "card-unburied" | "card-unflagged";
  readonly card: CardId;
  /** Where it was done; if it isn't there, here. */
  readonly origin?: "import";
}

/** The learner holds that something is wrong with a card. */
export interface CardFlagged {
  readonly type: "card-flagged";
  readonly card: CardId;
  /** What is wrong with it, in the learner's words; `""` if they say nothing. */
  readonly reason: string;
  /** Where it was done; if it isn't there, here. */
  readonly origin?: "import";
}

/** The learner wrote something of their own on a card. */
export interface CardNoted {
  readonly type: "card-noted";
  readonly card: CardId;
  /** What they wrote, instead of whatever they wrote before; `""` takes it away. */
  readonly note: string;
}

/** A note goes on under another uid, with everything that is known of it: it got an id of its own, or its id has changed. */
export interface CardRenamed {
  readonly type: "card-renamed";
  /** The uid that it had. A note is renamed with all of its cards. */
  readonly card: CardId;
  /** The uid that it has from now on. */
  readonly to: CardId;
}

/** The learner says that two notes are one: what is known of `card` belongs to `to`, which says now what was seen. */
export interface CardRelinked extends Omit<CardRenamed, "type">, Omit<CardSeen, "type" | "card"> {
  readonly type: "card-relinked";
}

/** From here on these parameters hold, so that replaying needs nothing but the journal. */
export interface ParametersSet {
  readonly type: "parameters-set";
  readonly parameters: Parameters;
}

/** A note as it went to Anki. */
export interface ExportedNote {
  /** The uid that it had. */
  readonly note: string;
  /** What Anki knows it by, whatever it is called here later. */
  readonly guid: string;
  /** The name of its note type. */
  readonly noteType: string;
  /** A hash of what it said. */
  readonly hash: string;
  /** Its id there, and those of its cards by sibling; milliseconds since 1970, as all ids there. */
  readonly id: number;
  readonly cards: Readonly<Record<string, number>>;
}

/** Notes went to Anki: those that were new or had changed. Later exports compare with them and keep their ids. */
export interface NotesExported {
  readonly type: "notes-exported";
  readonly notes: readonly ExportedNote[];
  /** Hashes of how note types look, by name: those whose look was new or had changed. */
  readonly noteTypes: Readonly<Record<string, string>>;
}

/** What happened. */
export type EventBody =
  | CardSeen
  | CardRated
  | Retracted
  | CardStanding
  | CardFlagged
  | CardNoted
  | CardRenamed
  | CardRelinked
  | ParametersSet
  | NotesExported;

/** What every line of the journal has besides what happened. */
export interface EventHead {
  readonly v: 1;
  readonly id: EventId;
  readonly at: Instant;
  /** Minutes that the local clock was ahead of UTC. */
  readonly tz: number;
  /** The logical day of the learner. */
  readonly day: Day;
}

/** Something that happened and what is known about when: one line of the journal. */
export type HistoryEvent = EventHead & EventBody;

/** An event before the journal gives it its id. */
export type EventDraft = Moment & EventBody;

/** An event that only a later version can read: kept, and passed over. */
export interface UnknownEvent extends Omit<EventHead, "v"> {
  readonly v: number;
  readonly type: string;
}

/** Returns a draft as an event of the journal, its fields in the order in which lines have them. */
export function eventOf(draft: EventDraft, id: EventId): HistoryEvent {
  const { at, tz, day, ...body } = draft;
  return { v: 1, id, at, tz, day, ...body };
}

/** Returns the card that an event is about; `null` if it is about none. Where one is renamed, it is the one that goes on. */
export function cardOf(event: EventBody): CardId | null {
  if (!("card" in event)) return null;
  return "to" in event ? event.to : event.card;
}
