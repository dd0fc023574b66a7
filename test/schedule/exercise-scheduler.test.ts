import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { daysBetween } from "../../src/base/day.ts";
import { createExerciseScheduler } from "../../src/schedule/exercise-scheduler.ts";
import { RATINGS, type Memory } from "../../src/schedule/memory.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { createScheduler } from "../../src/schedule/scheduler.ts";
import { moment } from "./moments.ts";

const scheduler = createExerciseScheduler({ ...DEFAULT_PARAMETERS, fuzz: "off" });
const today = moment("2026-12-01T12:00:00+00:00");

function daysUntil({ due }: Memory): number {
  return due.kind === "day" ? daysBetween(today.day, due.day) : 0;
}

describe("the scheduler of exercises", () => {
  test.each(RATINGS)("lets two days pass before the second attempt after %s", (rating) => {
    expect(daysUntil(scheduler.next("c6-02", null, rating, today))).toBeGreaterThanOrEqual(2);
  });

  test("never asks twice on a day", () => {
    const lapse = fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lapse, (ratings) => {
        let memory: Memory | null = null;
        for (const rating of ratings) {
          memory = scheduler.next("c6-02", memory, rating, today);
          expect(memory.due.kind).toBe("day");
        }
      }),
    );
  });

  test("waits longer than for a card, for it may be forgotten more often", () => {
    const card = createScheduler({ ...DEFAULT_PARAMETERS, fuzz: "off", learningSteps: [] });
    const [exercise, other] = [scheduler, card].map((each) => daysUntil(each.next("x", null, "easy", today)));
    expect(exercise).toBeGreaterThan(other ?? 0);
  });

  test("shows what it will do", () => {
    const outlook = scheduler.outlook("c6-02", null, today);
    for (const rating of RATINGS)
      expect(outlook[rating]).toEqual(scheduler.next("c6-02", null, rating, today));
  });
});
