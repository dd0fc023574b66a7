import type { Day, Instant, Moment } from "../base/day.ts";
import { addDays, instantOf, startOfDay } from "../base/day.ts";
import type { Limits, Queue } from "./queue.ts";
import { nextAt } from "./queue.ts";
import type { Locality } from "./today.ts";

/** What a day still holds, in numbers. */
export interface Agenda {
  readonly day: Day;
  readonly counts: Queue["counts"];
  /** When the next card comes that isn't counted; `null` if none will. */
  readonly nextAt: Instant | null;
  /** From this instant on, and before that one, nothing of it changes while nobody answers. */
  readonly from: Instant;
  readonly until: Instant;
}

/** Returns what a queue that was built at `moment` comes to in numbers. */
export function agendaOf(queue: Queue, { learnAhead }: Limits, moment: Moment, here: Locality): Agenda {
  const { counts, nextInstant } = queue;
  const tomorrow = startOfDay(addDays(moment.day, 1), here.zone, here.rollover);
  return {
    day: moment.day,
    counts,
    nextAt: nextAt(queue, here.zone, here.rollover),
    from: moment.at,
    until: instantOf(Math.min(tomorrow, nextInstant === null ? Infinity : nextInstant - learnAhead)),
  };
}

/** Tells whether an agenda says what there is to do at an instant. */
export function holdsAt({ from, until }: Agenda, at: Instant): boolean {
  return from <= at && at < until;
}
