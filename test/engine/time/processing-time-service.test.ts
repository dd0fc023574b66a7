import { describe, expect, test } from "vitest";

import { TestProcessingTimeService } from "../../../src/engine/time/processing-time-service.ts";

describe("TestProcessingTimeService", () => {
  test("makes the due calls in order, all of them at the new time", () => {
    const clock = new TestProcessingTimeService();
    const calls: string[] = [];
    for (const time of [30, 10, 20]) {
      clock.registerTimer(time, (due) => calls.push(`${due} at ${clock.getCurrentProcessingTime()}`));
    }
    clock.setCurrentTime(20);
    expect(calls).toEqual(["10 at 20", "20 at 20"]);
  });

  test("makes a call that a call registers within the same move", () => {
    const clock = new TestProcessingTimeService();
    const calls: number[] = [];
    clock.registerTimer(10, () => clock.registerTimer(15, (due) => calls.push(due)));
    clock.setCurrentTime(20);
    expect(calls).toEqual([15]);
  });

  test("makes no call that was called off", () => {
    const clock = new TestProcessingTimeService();
    const calls: number[] = [];
    clock.registerTimer(10, (due) => calls.push(due)).cancel();
    clock.setCurrentTime(20);
    expect(calls).toEqual([]);
  });

  test("makes a call for a time that is over with the next move, not at once", () => {
    const clock = new TestProcessingTimeService();
    const calls: number[] = [];
    clock.setCurrentTime(20);
    clock.registerTimer(10, (due) => calls.push(due));
    expect(calls).toEqual([]);
    clock.setCurrentTime(20);
    expect(calls).toEqual([10]);
  });
});
