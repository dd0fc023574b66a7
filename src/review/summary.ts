import type { Card } from "../card/card.ts";
import type { Rating } from "../schedule/memory.ts";
import type { Answer, Session } from "./session.ts";

/** What a sitting came to. */
export interface Summary {
  readonly byRating: Readonly<Record<Rating, number>>;
  /** How many cards were new. */
  readonly introduced: number;
  /** The share of the answers to cards in review that weren't `again`, from 0 to 1; `null` if there were none. */
  readonly remembered: number | null;
  /** Milliseconds from the first question to the last answer. */
  readonly ms: number;
  /** The cards answered `again`, in the order of the deck. */
  readonly again: readonly Card[];
}

/** Returns what a sitting came to; what was undone doesn't count. */
export function summarise({ deck, answers }: Session): Summary {
  const failed = answers.filter(({ event }) => event.rating === "again");
  const again = new Set(failed.map(({ event }) => event.card));
  return {
    byRating: countByRating(answers),
    introduced: answers.filter(({ before }) => before === "new").length,
    remembered: shareRemembered(answers.filter(({ before }) => before === "review")),
    ms: span(answers),
    again: deck.cards.filter(({ id }) => again.has(id)),
  };
}

function countByRating(answers: readonly Answer[]): Summary["byRating"] {
  const counts = { again: 0, hard: 0, good: 0, easy: 0 };
  for (const { event } of answers) counts[event.rating] += 1;
  return counts;
}

function shareRemembered(reviews: readonly Answer[]): number | null {
  const remembered = reviews.filter(({ event }) => event.rating !== "again");
  return reviews.length === 0 ? null : remembered.length / reviews.length;
}

function span(answers: readonly Answer[]): number {
  const [first, last] = [answers.at(0)?.event, answers.at(-1)?.event];
  return first === undefined || last === undefined ? 0 : Math.max(0, last.at - first.at) + first.ms;
}
