import type { CardId } from "../../card/card.ts";
import type { HistoryEvent } from "../../history/event.ts";
import { ownersOf } from "../../history/owners.ts";
import { RATINGS } from "../../schedule/memory.ts";

/** What a journal knows of cards, retracted or not: what was undone here is not to come back from there. */
export interface KnownHistory {
  /** Tells whether an answer is known: its rating is 1 ... 4, its time in milliseconds. */
  readonly knows: (card: CardId, at: number, rating: number) => boolean;
  /** Returns when a card was last put aside or fetched back, in milliseconds; 0 = never. */
  readonly lastStanding: (card: CardId) => number;
  /** Returns when a card was last buried or dug out, in milliseconds; 0 = never. */
  readonly lastBurial: (card: CardId) => number;
  /** Returns when a card was last flagged, or its flag taken off, in milliseconds; 0 = never. */
  readonly lastFlag: (card: CardId) => number;
}

/**
 * Answers of one millisecond leave here a little later, one after the other, for a review log has one row for each
 * millisecond: an answer of the same rating that comes back so many milliseconds late is the same.
 */
const LATEST = 50;

const STANDINGS: ReadonlySet<HistoryEvent["type"]> = new Set(["card-suspended", "card-unsuspended"]);
const BURIALS: ReadonlySet<HistoryEvent["type"]> = new Set(["card-buried", "card-unburied"]);
const FLAGS: ReadonlySet<HistoryEvent["type"]> = new Set(["card-flagged", "card-unflagged"]);

/** Returns what a whole journal knows. */
export function knownHistory(events: readonly HistoryEvent[]): KnownHistory {
  const answers = new Map<CardId, Map<number, number>>();
  const standings = new Map<CardId, number>();
  const burials = new Map<CardId, number>();
  const flags = new Map<CardId, number>();
  const owners = ownersOf(events);
  for (const event of events) {
    const card = owners.of(event);
    if (card === null) continue;
    if (event.type === "card-rated") {
      const own = answers.get(card) ?? new Map<number, number>();
      answers.set(card, own.set(event.at, RATINGS.indexOf(event.rating) + 1));
    }
    if (STANDINGS.has(event.type)) keepLast(standings, card, event.at);
    if (BURIALS.has(event.type)) keepLast(burials, card, event.at);
    if (FLAGS.has(event.type)) keepLast(flags, card, event.at);
  }
  return {
    knows: (card, at, rating) => {
      const own = answers.get(card);
      if (own === undefined) return false;
      for (let time = at; time >= at - LATEST; time -= 1) if (own.get(time) === rating) return true;
      return false;
    },
    lastStanding: (card) => standings.get(card) ?? 0,
    lastBurial: (card) => burials.get(card) ?? 0,
    lastFlag: (card) => flags.get(card) ?? 0,
  };
}

function keepLast(times: Map<CardId, number>, card: CardId, at: number): void {
  times.set(card, Math.max(at, times.get(card) ?? 0));
}
