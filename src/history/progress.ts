import type { Day, Instant } from "../base/day.ts";
import type { CardId } from "../card/card.ts";
import type { Memory } from "../schedule/memory.ts";
import type { Parameters } from "../schedule/parameters.ts";
import { DEFAULT_PARAMETERS } from "../schedule/parameters.ts";
import type { EventId } from "./event-id.ts";

/** What has become of one card. */
export interface CardProgress {
  /** How well it is remembered; `null` before the first answer. */
  readonly memory: Memory | null;
  /** The logical day of the first answer; `null` before. */
  readonly introduced: Day | null;
  readonly standing: "active" | "suspended";
  /** The logical day on which it rests; `null` = none. */
  readonly buriedOn: Day | null;
  /** Why the learner flagged it (`""` = without a word); `null` = it isn't flagged. */
  readonly flag: string | null;
  /** What the learner wrote on it; not there unless they did. */
  readonly note?: string;
  /** The kind of fix that the last attempt at it needed; only exercises have one. */
  readonly fixKind?: string;
}

/** What was done on one logical day. */
export interface DayTally {
  /** Answers of all kinds. */
  readonly answers: number;
  /** Answers `again`. */
  readonly again: number;
  /** Cards answered for the first time ever: what the limit of new cards counts. */
  readonly introduced: number;
  /** Answers to cards in phase `review`: what the limit of reviews counts. */
  readonly reviews: number;
  /** Milliseconds spent on answers. */
  readonly ms: number;
}

/** A row of the ledger: which event holds the text that a card was last seen with, and where it stood. */
export interface Sighting {
  readonly event: EventId;
  readonly file: string;
  readonly line: number;
  /** The fingerprints of all texts that it was ever seen with, the last one last. */
  readonly texts: readonly string[];
}

/** The place of an event in the order of all events. */
export interface Position {
  readonly at: Instant;
  readonly id: EventId;
}

/** Everything that follows from a journal. Plain JSON: what is written and read again is deep-equal. */
export interface Progress {
  /** The cards with a past. Ids are anything (`constructor` too): read it with `cardProgress`. */
  readonly cards: Readonly<Record<CardId, CardProgress>>;
  /** The ledger of cards and their texts; read it with `sightingOf`. */
  readonly seen: Readonly<Record<CardId, Sighting>>;
  /** The days on which something was answered. */
  readonly days: Readonly<Record<Day, DayTally>>;
  /** The parameters last set; `null` if the journal sets none. */
  readonly parameters: Parameters | null;
  /** The last event, in the order of replay; `null` = none. */
  readonly head: Position | null;
  /** Events that are retracted but not there yet: a journal of another device may still bring them. */
  readonly awaited: readonly EventId[];
}

/** A card that nothing has happened to. */
export const FRESH_CARD: CardProgress = {
  memory: null,
  introduced: null,
  standing: "active",
  buriedOn: null,
  flag: null,
};

/** A day on which nothing was done. */
export const IDLE_DAY: DayTally = { answers: 0, again: 0, introduced: 0, reviews: 0, ms: 0 };

/** What follows from an empty journal. */
export const NO_PROGRESS: Progress = {
  cards: {},
  seen: {},
  days: {},
  parameters: null,
  head: null,
  awaited: [],
};

/** Returns what has become of a card. */
export function cardProgress(progress: Progress, card: CardId): CardProgress {
  return own(progress.cards, card) ?? FRESH_CARD;
}

/** Returns what was done on a logical day. */
export function dayTally(progress: Progress, day: Day): DayTally {
  return own(progress.days, day) ?? IDLE_DAY;
}

/** Returns the ledger's row of a card; `null` if it has none. */
export function sightingOf(progress: Progress, card: CardId): Sighting | null {
  return own(progress.seen, card) ?? null;
}

/** Returns the parameters that hold. */
export function parametersOf(progress: Progress): Parameters {
  return progress.parameters ?? DEFAULT_PARAMETERS;
}

/** Returns a record's own value: a card may be called `constructor`. */
function own<Key extends string, Value>(record: Readonly<Record<Key, Value>>, key: Key): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
