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
  const laterDays = new Set<Day>();
  for (const card of deck.cards) {
    const past = cardProgress(progress, card.id);
    const { memory } = past;
    if (memory?.last.day === moment.day) busyNotes.add(card.note);
    if (past.standing === "suspended") continue;
    const later = laterDay(past, moment.day);
    if (later !== null) laterDays.add(later);
    else if (memory === null) fresh.push(card);
    else if (memory.due.kind === "day") reviews.push({ card, memory });
    else learning.push({ card, at: memory.due.at });
  }
  for (const { card } of learning) busyNotes.add(card.note);
  return { learning, reviews, fresh, busyNotes, laterDays };
}

/** Returns the day on which a card that isn't for today comes; `null` if it is for today. */
function laterDay({ memory, buriedOn }: CardProgress, today: Day): Day | null {
  const due = memory?.due.kind === "day" && memory.due.day > today ? memory.due.day : null;
  return due ?? (buriedOn === today ? addDays(today, 1) : null);
}
