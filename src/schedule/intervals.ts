import type { Fuzz } from "./fuzz.ts";
import type { Rating } from "./memory.ts";

/** The intervals that the three ratings of a recalled card would give by themselves, in days. */
export type RecallIntervals = Readonly<Record<Exclude<Rating, "again">, number>>;

/**
 * Returns the intervals after a review in days, set apart so that a better rating never comes back sooner:
 * `hard` at most as late as `good`, `good` a day later than `hard`, `easy` a day later than `good`.
 */
export function setApart(intervals: RecallIntervals, fuzz: Fuzz, longest: number): RecallIntervals {
  const hard = Math.min(fuzz(intervals.hard), fuzz(intervals.good));
  const good = Math.max(fuzz(intervals.good), hard + 1);
  const easy = Math.max(fuzz(intervals.easy), good + 1);
  return { hard, good: Math.min(good, longest), easy: Math.min(easy, longest) };
}
