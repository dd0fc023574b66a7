import { describe, expect, test } from "vitest";

import { SECOND, addDays, daysBetween, instantOf } from "../../src/base/day.ts";
import { seededRandom } from "../../src/base/random.ts";
import type { Memory } from "../../src/schedule/memory.ts";
import { RATINGS } from "../../src/schedule/memory.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { createScheduler } from "../../src/schedule/scheduler.ts";
import { noonOf } from "./moments.ts";

const START = 20_000;

/** Returns a card in review that was last answered on day `START`. */
function aMemory(stability: number, interval: number): Memory {
  const last = noonOf(START);
  return {
    stability,
    difficulty: 5,
    phase: "review",
    step: 0,
    due: { kind: "day", day: addDays(last.day, interval) },
    last,
    reps: 4,
    lapses: 0,
  };
}

function interval({ due, last }: Memory): number {
  return due.kind === "day" ? daysBetween(last.day, due.day) : 0;
}

describe("fuzz", () => {
  test("gives 10,000 cards the interval that was shown half a minute before", () => {
    const scheduler = createScheduler(DEFAULT_PARAMETERS);
    const random = seededRandom(7);
    let different = 0;
    for (let index = 0; index < 10_000; index += 1) {
      const stability = 1 + random() * 200;
      const memory = random() < 0.1 ? null : aMemory(stability, Math.ceil(stability));
      const shownAt = noonOf(START + Math.ceil(stability));
      const ratedAt = { ...shownAt, at: instantOf(shownAt.at + 30 * SECOND) };
      const shown = scheduler.outlook(`card-${index}`, memory, shownAt);
      for (const rating of RATINGS) {
        const applied = scheduler.next(`card-${index}`, memory, rating, ratedAt);
        if (interval(applied) !== interval(shown[rating])) different += 1;
      }
    }
    expect(different).toBe(0);
  });

  test("parts cards that were learned together", () => {
    const scheduler = createScheduler(DEFAULT_PARAMETERS);
    const days = Array.from({ length: 200 }, (_, index) =>
      interval(scheduler.next(`card-${index}`, aMemory(30, 30), "good", noonOf(START + 30))),
    );
    expect(new Set(days).size).toBeGreaterThan(5);
  });

  test("keeps within the range that FSRS allows around the exact interval", () => {
    const exact = createScheduler({ ...DEFAULT_PARAMETERS, fuzz: "off" });
    const fuzzed = createScheduler(DEFAULT_PARAMETERS);
    for (let index = 0; index < 500; index += 1) {
      const memory = aMemory(2 + index / 5, 2);
      const day = noonOf(START + 2 + (index % 40));
      const middle = interval(exact.next(`card-${index}`, memory, "good", day));
      const varied = interval(fuzzed.next(`card-${index}`, memory, "good", day));
      const width = 1 + 0.15 * Math.min(middle, 7) + 0.1 * Math.min(middle, 20) + 0.05 * middle;
      expect(Math.abs(varied - middle)).toBeLessThanOrEqual(Math.ceil(width));
    }
  });

  test("varies differently from answer to answer", () => {
    const { next } = createScheduler(DEFAULT_PARAMETERS);
    const intervals = Array.from({ length: 50 }, (_, reps) =>
      interval(next("card", { ...aMemory(60, 60), reps }, "good", noonOf(START + 60))),
    );
    expect(new Set(intervals).size).toBeGreaterThan(3);
  });

  test("never reaches past the longest interval or before tomorrow", () => {
    const { next } = createScheduler({ ...DEFAULT_PARAMETERS, maximumInterval: 30 });
    for (let index = 0; index < 500; index += 1) {
      const days = interval(next(`card-${index}`, aMemory(1 + index / 5, 2), "good", noonOf(START + 20)));
      expect(days).toBeGreaterThanOrEqual(1);
      expect(days).toBeLessThanOrEqual(30);
    }
  });
});
