import { describe, expect, test } from "vitest";

import { MINUTE, daysBetween } from "../../src/base/day.ts";
import { clockCourse } from "../../src/schedule/elapsed.ts";
import type { Memory, Rating } from "../../src/schedule/memory.ts";
import type { Parameters } from "../../src/schedule/parameters.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { createScheduler } from "../../src/schedule/scheduler.ts";
import { moment } from "./moments.ts";

const { next, outlook, retrievability } = createScheduler({ ...DEFAULT_PARAMETERS, fuzz: "off" });

/** Answers `card` at each of the times. */
function answered(...answers: readonly (readonly [iso: string, rating: Rating])[]): Memory {
  let memory: Memory | null = null;
  for (const [iso, rating] of answers) memory = next("card", memory, rating, moment(iso));
  if (memory === null) throw new Error("no answers");
  return memory;
}

function afterAnswer(memory: Memory, iso: string, rating: Rating, parameters: Partial<Parameters>): Memory {
  return createScheduler({ ...DEFAULT_PARAMETERS, ...parameters }).next("card", memory, rating, moment(iso));
}

/** Milliseconds until the end of the step, or days until the review, from the last answer. */
function wait({ due, last }: Memory): { readonly ms: number } | { readonly days: number } {
  return due.kind === "instant" ? { ms: due.at - last.at } : { days: daysBetween(last.day, due.day) };
}

describe("createScheduler", () => {
  test("takes a new card through the learning steps to its first review", () => {
    const first = answered(["2026-12-01T09:00+08:00", "good"]);
    expect(first).toMatchObject({ phase: "learning", step: 1, reps: 1, lapses: 0 });
    expect(wait(first)).toEqual({ ms: 10 * MINUTE });

    const second = next("card", first, "good", moment("2026-12-01T09:10+08:00"));
    expect(second).toMatchObject({ phase: "review", step: 0, reps: 2, lapses: 0 });
    expect(wait(second)).toEqual({ days: 2 });
  });

  test("sends a lapsed card through the relearning steps and counts the lapse once", () => {
    const known = answered(["2026-12-01T09:00+08:00", "easy"]);
    const lapsed = next("card", known, "again", moment("2026-12-09T09:00+08:00"));
    expect(lapsed).toMatchObject({ phase: "relearning", step: 0, lapses: 1 });
    expect(wait(lapsed)).toEqual({ ms: 10 * MINUTE });

    const again = next("card", lapsed, "again", moment("2026-12-09T09:10+08:00"));
    expect(again).toMatchObject({ phase: "relearning", step: 0, lapses: 1 });

    const relearned = next("card", again, "good", moment("2026-12-09T09:20+08:00"));
    expect(relearned).toMatchObject({ phase: "review", step: 0, lapses: 1 });
    expect(relearned.due.kind).toBe("day");
  });

  test.each<[Rating, { ms: number } | { days: number }]>([
    ["again", { ms: MINUTE }],
    ["hard", { ms: 5.5 * MINUTE }],
    ["good", { ms: 10 * MINUTE }],
    ["easy", { days: 8 }],
  ])("sends a new card rated %s back after its step", (rating, expected) => {
    expect(wait(answered(["2026-12-01T09:00+08:00", rating]))).toEqual(expected);
  });

  test.each<[Rating, { ms: number } | { days: number }]>([
    ["again", { ms: MINUTE }],
    ["hard", { ms: 10 * MINUTE }],
    ["good", { days: 2 }],
  ])("sends a card on the second step rated %s back after its step", (rating, expected) => {
    expect(wait(answered(["2026-12-01T09:00+08:00", "good"], ["2026-12-01T09:10+08:00", rating]))).toEqual(
      expected,
    );
  });

  test("makes hard half as long again as again where there is one step", () => {
    const memory = answered(["2026-12-01T09:00+08:00", "easy"], ["2026-12-09T09:00+08:00", "again"]);
    expect(wait(next("card", memory, "hard", moment("2026-12-09T09:10+08:00")))).toEqual({ ms: 15 * MINUTE });
  });

  test("goes to days at once without steps, after a lapse too", () => {
    const bare = createScheduler({
      ...DEFAULT_PARAMETERS,
      learningSteps: [],
      relearningSteps: [],
      fuzz: "off",
    });
    const first = bare.next("card", null, "again", moment("2026-12-01T09:00+08:00"));
    expect(first).toMatchObject({ phase: "review", due: { kind: "day", day: "2026-12-02" } });
    const lapsed = bare.next("card", first, "again", moment("2026-12-02T09:00+08:00"));
    expect(lapsed).toMatchObject({ phase: "review", lapses: 1, due: { kind: "day", day: "2026-12-03" } });
  });

  test("counts a step of a day or more in days", () => {
    const memory = createScheduler({ ...DEFAULT_PARAMETERS, learningSteps: [MINUTE, 36 * 60 * MINUTE] });
    expect(memory.next("card", null, "good", moment("2026-12-01T23:00+08:00"))).toMatchObject({
      phase: "review",
      due: { kind: "day", day: "2026-12-02" },
    });
  });

  test("keeps a card on the last step that is left when steps were taken away", () => {
    const second = answered(["2026-12-01T09:00+08:00", "good"]);
    const hard = afterAnswer(second, "2026-12-01T09:10+08:00", "hard", { learningSteps: [2 * MINUTE] });
    expect(wait(hard)).toEqual({ ms: 3 * MINUTE });
    const none = afterAnswer(second, "2026-12-01T09:10+08:00", "hard", { learningSteps: [] });
    expect(none.phase).toBe("review");
  });

  test("never lets a better rating come back sooner, not even where the formulas say one day for all", () => {
    const weak = { ...answered(["2026-12-01T09:00+08:00", "easy"]), stability: 0.1, difficulty: 10 };
    const { hard, good, easy } = outlook("card", weak, moment("2026-12-02T09:00+08:00"));
    expect([hard, good, easy].map(wait)).toEqual([{ days: 1 }, { days: 2 }, { days: 3 }]);
  });

  test("never exceeds the longest interval", () => {
    const known = answered(["2026-12-01T09:00+08:00", "easy"]);
    const short = createScheduler({ ...DEFAULT_PARAMETERS, maximumInterval: 5, fuzz: "off" });
    const { hard, good, easy } = short.outlook("card", known, moment("2026-12-30T09:00+08:00"));
    expect([hard, good, easy].map(wait)).toEqual([{ days: 5 }, { days: 5 }, { days: 5 }]);
  });

  test("says that a card just answered is remembered, and a card of one stability by 90 %", () => {
    const known = answered(["2026-12-01T09:00+08:00", "easy"]);
    expect(retrievability(known, moment("2026-12-01T20:00+08:00"))).toBe(1);
    expect(retrievability({ ...known, stability: 8 }, moment("2026-12-09T09:00+08:00"))).toBeCloseTo(0.9, 6);
  });
});

describe("the traps of ts-fsrs", () => {
  test("20 minutes across midnight UTC are the same day in Shanghai", () => {
    const across = answered(["2026-12-01T07:50+08:00", "good"], ["2026-12-01T08:10+08:00", "good"]);
    const within = answered(["2026-12-01T09:50+08:00", "good"], ["2026-12-01T10:10+08:00", "good"]);
    expect(across.stability).toBe(within.stability);
  });

  test("an evening and the next morning are two days in Shanghai, though one in UTC", () => {
    const overnight = answered(["2026-12-01T20:00+08:00", "good"], ["2026-12-02T07:30+08:00", "good"]);
    const sameDay = answered(["2026-12-01T20:00+08:00", "good"], ["2026-12-01T20:30+08:00", "good"]);
    expect(overnight.stability).toBeGreaterThan(2 * sameDay.stability);
  });

  test("a clock that was put back counts as no time at all", () => {
    const known = answered(["2026-12-05T09:00+08:00", "good"], ["2026-12-05T09:10+08:00", "good"]);
    const earlier = moment("2026-12-01T09:00+08:00");
    const back = next("card", known, "good", earlier);
    expect(back.stability).toBe(next("card", known, "good", moment("2026-12-05T10:00+08:00")).stability);
    expect(back.last).toEqual(earlier);
    expect(retrievability(known, earlier)).toBe(1);
  });

  test("a clock that was put back is told, a flight to the west is not", () => {
    const last = moment("2026-12-05T05:00+08:00");
    expect(clockCourse(last, moment("2026-12-05T04:59+08:00"))).toBe("went-back");
    expect(clockCourse(last, moment("2026-12-04T17:00-05:00"))).toBe("steady");
  });
});
