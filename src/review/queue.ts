import type { Day, Instant, Moment, Zone } from "../base/day.ts";
import { addDays, instantOf, startOfDay } from "../base/day.ts";
import type { Card } from "../card/card.ts";
import type { Deck } from "../card/deck.ts";
import type { Progress } from "../history/progress.ts";
import { dayTally } from "../history/progress.ts";
import { candidatesOf } from "./candidates.ts";
import { endsOfSteps } from "./ends-of-steps.ts";
import { intersperse } from "./intersperse.ts";
import { byRisk } from "./review-order.ts";

/** How much a day may hold. */
export interface Limits {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** How long before its time a learning card may be asked if nothing else is left, in milliseconds. */
  readonly learnAhead: number;
}

/** Why a card is asked: its learning step is over (or nearly), it is due for review, or it is new. */
type QueueReason = "learning" | "review" | "new";

/** A card that is to be asked today. */
interface QueueEntry {
  readonly card: Card;
  readonly reason: QueueReason;
}

/** What is to be asked now, in order, and when something that isn't in it comes. */
export interface Queue {
  readonly entries: readonly QueueEntry[];
  readonly counts: Readonly<Record<QueueReason, number>>;
  /** New cards beyond today's limit; no more than 100 are counted. */
  readonly unseen: number;
  /** The earliest end of a learning step that is still too far away; `null` = none. */
  readonly nextInstant: Instant | null;
  /** The earliest logical day after today on which a card comes; `null` = none. */
  readonly nextDay: Day | null;
}

/** How many new cards are counted beyond the day's limit: nobody takes on more at once. */
const COUNTED_BEYOND = 100;

/**
 * Returns what is to be asked at `moment`: cards whose learning step is over, then reviews (the one most likely to be
 * forgotten first) with new cards spread among them, then cards whose step is nearly over. Of a note only one card comes
 * on a day, except while it is being learned. The same arguments always give the same queue; what earlier sittings of
 * the day used up of the limits is known from `progress`.
 */
export function buildQueue(deck: Deck, progress: Progress, limits: Limits, moment: Moment): Queue {
  const candidates = candidatesOf(deck, progress, moment);
  const steps = endsOfSteps(candidates.learning, moment.at, limits.learnAhead);
  const tally = dayTally(progress, moment.day);

  const due = byRisk(candidates.reviews, moment);
  const reviews = takeCards(due, limits.reviewsPerDay - tally.reviews, candidates.busyNotes);
  const notes = new Set([...candidates.busyNotes, ...reviews.map(({ note }) => note)]);
  const room = Math.max(0, limits.newPerDay - tally.introduced);
  const unseen = takeCards(candidates.fresh, room + COUNTED_BEYOND, notes);
  const fresh = unseen.slice(0, room);

  const served = { reviews: tally.reviews, fresh: tally.introduced };
  const row = intersperse(entriesOf(reviews, "review"), entriesOf(fresh, "new"), served);
  const heldBack =
    (limits.newPerDay > 0 && fresh.length < candidates.fresh.length) ||
    (limits.reviewsPerDay > 0 && reviews.length < candidates.reviews.length);
  return {
    entries: [...entriesOf(steps.over, "learning"), ...row, ...entriesOf(steps.nearlyOver, "learning")],
    counts: {
      new: fresh.length,
      learning: steps.over.length + steps.nearlyOver.length,
      review: reviews.length,
    },
    unseen: unseen.length - fresh.length,
    nextInstant: steps.next,
    nextDay: earliest([...candidates.laterDays, ...(heldBack ? [addDays(moment.day, 1)] : [])]),
  };
}

/** Returns when the next card comes that is not in the queue; `null` if none will. */
export function nextAt({ nextInstant, nextDay }: Queue, zone: Zone, rollover: number): Instant | null {
  if (nextDay === null) return nextInstant;
  const morning = startOfDay(nextDay, zone, rollover);
  return nextInstant === null ? morning : instantOf(Math.min(nextInstant, morning));
}

function entriesOf(cards: readonly Card[], reason: QueueReason): readonly QueueEntry[] {
  return cards.map((card) => ({ card, reason }));
}

/** Returns the first cards, as many as there is room for, one of each note that isn't busy. */
function takeCards(cards: Iterable<Card>, room: number, busyNotes: ReadonlySet<string>): readonly Card[] {
  const notes = new Set(busyNotes);
  const taken: Card[] = [];
  for (const card of cards) {
    if (taken.length >= room) break;
    if (notes.has(card.note)) continue;
    notes.add(card.note);
    taken.push(card);
  }
  return taken;
}

function earliest(days: Iterable<Day>): Day | null {
  let first: Day | null = null;
  for (const day of days) if (first === null || day < first) first = day;
  return first;
}
