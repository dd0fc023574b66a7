import { DAY, daysBetween, type Moment } from "../base/day.ts";
import type { Messages } from "../locale/messages.ts";
import type { Memory, Rating } from "../schedule/memory.ts";

/**
 * Returns in words how long after its answer each of the futures comes due, as the grades show it: that doesn't change
 * while somebody reads.
 */
export function untilDue(
  outlook: Readonly<Record<Rating, Memory>>,
  words: Messages,
): Readonly<Record<Rating, string>> {
  const interval = (memory: Memory): string => words.interval(msUntil(memory, memory.last));
  return {
    again: interval(outlook.again),
    hard: interval(outlook.hard),
    good: interval(outlook.good),
    easy: interval(outlook.easy),
  };
}

/** Returns the milliseconds until a memory comes due; a logical day counts as a whole one. */
export function msUntil({ due }: Memory, moment: Moment): number {
  return due.kind === "instant"
    ? Math.max(0, due.at - moment.at)
    : Math.max(0, daysBetween(moment.day, due.day)) * DAY;
}
