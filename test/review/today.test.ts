import { describe, expect, test } from "vitest";

import { DAY, HOUR } from "../../src/base/day.ts";
import type { EventDraft } from "../../src/history/event.ts";
import { replay } from "../../src/history/replay.ts";
import { streakOf, todayOf } from "../../src/review/today.ts";
import { MORNING, after, journal, rated } from "../history/builders.ts";
import { ROLLOVER, fixedZone } from "../schedule/moments.ts";
import { LIMITS, aDeck } from "./builders.ts";

const HERE = { zone: fixedZone(8 * 60), rollover: ROLLOVER };

describe("streakOf", () => {
  test("counts the days in a row up to today", () => {
    const progress = replay(journal([0, 1, 3, 4, 5].map((days) => rated("a", "good", after(0, days)))));
    expect(streakOf(progress, after(0, 5).day)).toBe(3);
  });

  test("isn't broken as long as today can still be used", () => {
    const progress = replay(journal([rated("a", "good"), rated("a", "good", after(0, 1))]));
    expect(streakOf(progress, after(0, 2).day)).toBe(2);
    expect(streakOf(progress, after(0, 3).day)).toBe(0);
  });

  test("is nothing before the first answer", () => {
    expect(streakOf(replay([]), MORNING.day)).toBe(0);
  });
});

describe("todayOf", () => {
  test("tells what is left, what was done and when the next card comes", () => {
    const progress = replay(journal([rated("a", "easy"), rated("b", "easy", after(1))]));
    const limits = { ...LIMITS, newPerDay: 3 };
    const today = todayOf({ deck: aDeck("a", "b", "c", "d", "e"), progress }, limits, after(2), HERE);
    expect(today).toMatchObject({
      day: MORNING.day,
      queue: { counts: { new: 1, learning: 0, review: 0 } },
      tally: { answers: 2, introduced: 2 },
      streak: 1,
      nextIn: DAY - 5 * HOUR - 2 * 60_000,
      unseen: 2,
    });
  });

  test("estimates calmly: a few slow answers say little about the rest of the day", () => {
    const deck = aDeck("a", "b", "c", "d");
    const limits = { ...LIMITS, newPerDay: 10 };
    const left = (...events: readonly EventDraft[]): number =>
      todayOf({ deck, progress: replay(journal(events)) }, limits, after(2), HERE).minutes;
    const slow = { ...rated("z", "easy"), ms: 600_000 };
    expect(left()).toBe(2);
    expect(left(slow)).toBe(7);
  });
});
