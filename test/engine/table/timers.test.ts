import { describe, expect, test } from "vitest";

import { ProcessingTimers, Timers } from "../../../src/engine/table/timers.ts";
import { TestProcessingTimeService } from "../../../src/engine/time/processing-time-service.ts";

describe("timers", () => {
  test("fire once a key and time, when it has come, those of one time in the order of Flink's heap", () => {
    const fired: string[] = [];
    const timers = new Timers((key, timestamp) => fired.push(`${key}${timestamp}`));
    for (const key of ["a", "b", "c", "d", "a"]) timers.register(key, 2);
    timers.advance(1);
    expect(fired).toEqual([]);
    timers.advance(2);
    expect(fired).toEqual(["a2", "d2", "c2", "b2"]);
  });

  test("that are deleted do not fire", () => {
    const fired: string[] = [];
    const timers = new Timers((key) => fired.push(key));
    timers.register("a", 1);
    timers.register("b", 1);
    timers.delete("a", 1);
    timers.delete("a", 7);
    timers.advance(1);
    expect(fired).toEqual(["b"]);
  });

  test("of processing time fire with the clock", () => {
    const fired: number[] = [];
    const clock = new TestProcessingTimeService();
    const timers = new ProcessingTimers(clock, (_key, timestamp) => fired.push(timestamp));
    timers.register("a", 5);
    timers.register("a", 9);
    timers.delete("a", 9);
    clock.setCurrentTime(10);
    expect(fired).toEqual([5]);
  });
});
