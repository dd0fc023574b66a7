import { unreachable } from "../base/never.ts";
import type { Rating } from "../schedule/memory.ts";
import { isRightAnswer, type TypedAnswer } from "./answer/typed-answer.ts";

/** What a learner answered before the reveal, and what would have been right. */
export type Attempt =
  | {
      readonly kind: "chosen";
      /** The options chosen and those that are right, counted from 0. */
      readonly options: readonly number[];
      readonly right: readonly number[];
    }
  | ({ readonly kind: "typed" } & TypedAnswer);

/** How many ratings the learner wants to choose from: 2 leaves `again` and `good`. */
export type Grades = 2 | 4;

/** Returns the ratings that a learner may give. */
export function ratingsIn(grades: Grades): readonly Rating[] {
  return grades === 2 ? ["again", "good"] : ["again", "hard", "good", "easy"];
}

/**
 * Returns the rating that an attempt speaks for. Nothing but right options, though not all of them, is `hard`; with two
 * ratings it is `again`. It is a suggestion: whether something was known or guessed only the learner can tell.
 */
export function suggestRating(attempt: Attempt, grades: Grades): Rating {
  const rating = ratingOf(attempt);
  return ratingsIn(grades).includes(rating) ? rating : "again";
}

function ratingOf(attempt: Attempt): Rating {
  switch (attempt.kind) {
    case "chosen":
      return ratingOfChoice(attempt.options, attempt.right);
    case "typed":
      return isRightAnswer(attempt) ? "good" : "again";
    default:
      return unreachable(attempt);
  }
}

function ratingOfChoice(chosen: readonly number[], right: readonly number[]): Rating {
  const isWrong = chosen.length === 0 || chosen.some((option) => !right.includes(option));
  if (isWrong) return "again";
  return right.every((option) => chosen.includes(option)) ? "good" : "hard";
}
