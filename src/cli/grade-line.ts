import type { Messages } from "../locale/messages.ts";
import { untilDue } from "../pages/intervals.ts";
import { RATINGS, type Memory, type Rating } from "../schedule/memory.ts";

/** Returns some grades as one line: the number of each, its name, and when it brings the card back. */
export function gradeLine(
  grades: readonly Rating[],
  outlook: Readonly<Record<Rating, Memory>>,
  words: Messages,
): string {
  const intervals = untilDue(outlook, words);
  const named = grades.map(
    (rating) => `${RATINGS.indexOf(rating) + 1} ${words.review.grade[rating]} ${intervals[rating]}`,
  );
  return named.join("   ");
}
