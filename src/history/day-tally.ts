import type { CardRated } from "./event.ts";
import type { CardProgress, DayTally } from "./progress.ts";

/** An exercise takes many minutes: counted whole they would say nothing of what cards take, in milliseconds. */
const LONGEST_ANSWER = 120_000;

/** Returns a day's tally after an answer to a card that stood as `before`. */
export function countAnswer(tally: DayTally, event: CardRated, before: CardProgress): DayTally {
  const isCram = event.source === "cram";
  const isExercise = event.attempt !== undefined;
  return {
    answers: tally.answers + 1,
    again: tally.again + (event.rating === "again" ? 1 : 0),
    introduced: tally.introduced + (!isCram && !isExercise && before.introduced === null ? 1 : 0),
    reviews: tally.reviews + (!isCram && before.memory?.phase === "review" ? 1 : 0),
    ms: tally.ms + Math.round(isExercise ? Math.min(event.ms, LONGEST_ANSWER) : event.ms),
  };
}

/** Returns `tally` with the answers of `more` added and those of `less` taken away. */
export function amendTally(tally: DayTally, more: DayTally, less: DayTally): DayTally {
  return {
    answers: tally.answers + more.answers - less.answers,
    again: tally.again + more.again - less.again,
    introduced: tally.introduced + more.introduced - less.introduced,
    reviews: tally.reviews + more.reviews - less.reviews,
    ms: tally.ms + more.ms - less.ms,
  };
}
