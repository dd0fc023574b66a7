import { DAY, daysBetween, SECOND } from "../../base/day.ts";
import type { Memory, Phase, Rating } from "../../schedule/memory.ts";
import { RATINGS } from "../../schedule/memory.ts";
import type { AnkiReview } from "../package/collection.ts";
import type { Answer } from "./answers.ts";

/** Anki counts no answer longer than this, in milliseconds: that of its presets. */
const LONGEST = 60_000;

/** Answers by the state in which they found their card. */
const KINDS: Readonly<Record<Phase, number>> = { learning: 0, review: 1, relearning: 2 };
const PRACTICE = 3;

/**
 * Returns the review log of a card as Anki keeps it. Practice from before the first real answer is left out: by Anki's
 * rules a history begins with learning, else no memory follows from it.
 */
export function reviewsOf(answers: readonly Answer[], card: number): readonly AnkiReview[] {
  const first = answers.findIndex(({ after }) => after.kind === "learned");
  if (first === -1) return [];
  return answers.slice(first).map((answer) => ({
    id: answer.id,
    card,
    rating: ratingNumber(answer.rating),
    lastInterval: answer.before === null ? 0 : intervalOf(answer.before),
    milliseconds: Math.min(LONGEST, Math.round(answer.ms)),
    ...effectOf(answer),
  }));
}

/** Returns the rating as Anki counts it: 1 again ... 4 easy. */
export function ratingNumber(rating: Rating): number {
  return RATINGS.indexOf(rating) + 1;
}

function effectOf({ before, after }: Answer): Pick<AnkiReview, "interval" | "factor" | "kind"> {
  if (after.kind === "practised")
    return { interval: before === null ? 0 : intervalOf(before), factor: 0, kind: PRACTICE };
  return {
    interval: intervalOf(after.memory),
    factor: factorOf(after.memory),
    kind: KINDS[before?.phase ?? "learning"],
  };
}

/** Days until the card comes back or, negative, seconds. */
function intervalOf({ due, last }: Memory): number {
  if (due.kind === "day") return Math.max(1, daysBetween(last.day, due.day));
  return -Math.max(1, Math.min(Math.round((due.at - last.at) / SECOND), DAY / SECOND));
}

/** The difficulty, from 100 to 1100: so Anki tells the log of FSRS from that of its old scheduler. */
function factorOf({ difficulty }: Memory): number {
  return Math.round(((difficulty - 1) / 9 + 0.1) * 1000);
}
