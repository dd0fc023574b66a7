import type { Moment } from "../base/day.ts";
import { addDays, instantOf, startOfDay } from "../base/day.ts";
import type { Agenda } from "./agenda.ts";
import type { Limits, Queue } from "./queue.ts";
import { nextAt } from "./queue.ts";
import type { Locality } from "./today.ts";

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
