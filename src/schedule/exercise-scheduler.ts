import { addDays } from "../base/day.ts";
import type { Moment } from "../base/day.ts";
import type { Memory } from "./memory.ts";
import type { Parameters } from "./parameters.ts";
import type { Scheduler } from "./scheduler.ts";
import { createScheduler } from "./scheduler.ts";

/** An exercise takes minutes, not seconds: it may be forgotten a little more often before it comes again. */
const RETENTION = 0.85;

/** Who mended a job yesterday still knows the lines, not the idea. */
const SHORTEST_FIRST_INTERVAL = 2;

/**
 * Returns the scheduler of exercises: the learner's weights, but no steps within a day, a retention of 0.85, and at least
 * two days before an exercise comes for the second time.
 */
export function createExerciseScheduler(parameters: Parameters): Scheduler {
  const scheduler = createScheduler({
    ...parameters,
    retention: Math.min(parameters.retention, RETENTION),
    learningSteps: [],
    relearningSteps: [],
  });
  const next: Scheduler["next"] = (card, memory, rating, moment) => {
    const after = scheduler.next(card, memory, rating, moment);
    return memory === null ? notBefore(after, moment) : after;
  };
  return {
    ...scheduler,
    next,
    outlook: (card, memory, moment) => ({
      again: next(card, memory, "again", moment),
      hard: next(card, memory, "hard", moment),
      good: next(card, memory, "good", moment),
      easy: next(card, memory, "easy", moment),
    }),
  };
}

function notBefore(memory: Memory, { day }: Moment): Memory {
  const earliest = addDays(day, SHORTEST_FIRST_INTERVAL);
  if (memory.due.kind === "day" && memory.due.day >= earliest) return memory;
  return { ...memory, due: { kind: "day", day: earliest } };
}
