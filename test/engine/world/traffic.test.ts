import { describe, expect, test } from "vitest";

import { atTimes, timesOf } from "../../../src/engine/world/traffic.ts";
import { TestClock } from "./test-clock.ts";

describe("traffic", () => {
  test("comes in phases, evenly spread over each", () => {
    const phases = [
      { duration: 1000, perSecond: 2 },
      { duration: 200, perSecond: 20 },
      { duration: 1000, perSecond: 1 },
    ];
    expect(timesOf(phases, 100)).toEqual([100, 600, 1100, 1150, 1200, 1250, 1300]);
    expect(timesOf([{ duration: 1000, perSecond: 0 }])).toEqual([]);
  });

  test("happens at its times, while the run waits for it", () => {
    const clock = new TestClock();
    const seen: (readonly [index: number, time: number])[] = [];
    atTimes(clock, [5, 5, 9], (index) => seen.push([index, clock.now()]));
    expect(clock.hasForegroundEvents()).toBe(true);
    clock.advanceTo(20);
    expect(seen).toEqual([
      [0, 5],
      [1, 5],
      [2, 9],
    ]);
    expect(clock.hasForegroundEvents()).toBe(false);
  });

  test("does not go back in time", () => {
    expect(() => atTimes(new TestClock(), [2, 1], () => {})).toThrow(/must not go back/);
  });
});
