import type { Moment } from "../base/day.ts";
import { daysBetween } from "../base/day.ts";

/** What the clock did between two events. */
export type ClockCourse = "steady" | "went-back";

/**
 * Returns the logical days from the last answer to `moment`, at least 0: neither a clock that was put back nor a
 * flight to the west makes time negative, which FSRS has no formula for.
 */
export function elapsedDays(last: Moment, moment: Moment): number {
  return Math.max(0, daysBetween(last.day, moment.day));
}

/** Tells whether the clock stands before what happened last. A logical day that repeats after a flight is no fault of it. */
export function clockCourse(last: Pick<Moment, "at">, moment: Moment): ClockCourse {
  return moment.at < last.at ? "went-back" : "steady";
}
