import type { Day, Instant, Moment } from "../base/day.ts";
import { addDays } from "../base/day.ts";
import type { Card } from "../card/card.ts";
import type { Deck } from "../card/deck.ts";
import type { CardProgress, Progress } from "../history/progress.ts";
import { cardProgress } from "../history/progress.ts";
import type { Memory } from "../schedule/memory.ts";

/** A card that is being learned by steps, and when its step is over. */
export interface LearningCard {
  readonly card: Card;
  readonly at: Instant;
}

/** A card that is due for review, and how well it is remembered. */
export interface ReviewCard {
  readonly card: Card;
  readonly memory: Memory;
}

/** The cards of a deck, sorted by what may become of them today. Neither limits nor siblings are looked at here. */
export interface Candidates {
  readonly learning: readonly LearningCard[];
  readonly reviews: readonly ReviewCard[];
  /** New cards, in the order of the deck. */
  readonly fresh: readonly Card[];
  /** The notes that have had their turn today: one of their cards was answered, or is being learned. */
  readonly busyNotes: ReadonlySet<string>;
  /** The days on which other cards come, suspended ones apart. */
  readonly laterDays: ReadonlySet<Day>;
}

/** Returns the cards of `deck` sorted by what may become of them on the day of `moment`. */
export function candidatesOf(deck: Deck, progress: Progress, moment: Moment): Candidates {
  const learning: LearningCard[] = [];
  const reviews: ReviewCard[] = [];
  const fresh: Card[] = [];
  const busyNotes = new Set<string>();
  const days = new Days(moment.day);
  for (const card of deck.cards) {
    const past = cardProgress(progress, card.id);
    const { memory } = past;
    if (memory?.last.day === moment.day) busyNotes.add(card.note);
    if (past.standing === "suspended" || isUnbegun(card, past)) continue;
    if (days.isLater(past)) continue;
    if (memory === null) fresh.push(card);
    else if (memory.due.kind === "day") reviews.push({ card, memory });
    else learning.push({ card, at: memory.due.at });
  }
  for (const { card } of learning) busyNotes.add(card.note);
  return { learning, reviews, fresh, busyNotes, laterDays: days.later };
}

/** A first attempt at an exercise is begun, not met: only what was tried comes back by itself. */
function isUnbegun({ kind }: Card, { memory }: CardProgress): boolean {
  return kind === "exercise" && memory === null;
}

/** Tells which cards come on a later day. Thousands come on the same few days: each is compared with today once. */
class Days {
  readonly later = new Set<Day>();
  readonly #today: Day;
  readonly #byNow = new Set<Day>();

  constructor(today: Day) {
    this.#today = today;
  }

  isLater({ memory, buriedOn }: CardProgress): boolean {
    if (memory?.due.kind === "day" && this.#isAfterToday(memory.due.day)) return true;
    if (buriedOn !== this.#today) return false;
    this.later.add(addDays(this.#today, 1));
    return true;
  }

  #isAfterToday(day: Day): boolean {
    if (this.#byNow.has(day)) return false;
    if (this.later.has(day)) return true;
    (day > this.#today ? this.later : this.#byNow).add(day);
    return day > this.#today;
  }
}
