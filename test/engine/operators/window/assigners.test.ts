import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  DynamicEventTimeSessionWindows,
  DynamicProcessingTimeSessionWindows,
  EventTimeSessionWindows,
  ProcessingTimeSessionWindows,
} from "../../../../src/engine/operators/window/assigners/session-windows.ts";
import {
  SlidingEventTimeWindows,
  SlidingProcessingTimeWindows,
} from "../../../../src/engine/operators/window/assigners/sliding-windows.ts";
import {
  TumblingEventTimeWindows,
  TumblingProcessingTimeWindows,
} from "../../../../src/engine/operators/window/assigners/tumbling-windows.ts";
import type { TimeWindow } from "../../../../src/engine/operators/window/time-window.ts";
import { NO_TIMESTAMP } from "../../../../src/engine/time/timestamp.ts";

const at = (now: number) => ({ getCurrentProcessingTime: () => now });

function pairs(windows: readonly TimeWindow[]): readonly (readonly number[])[] {
  return windows.map(({ start, end }) => [start, end]);
}

describe("SlidingEventTimeWindows", () => {
  test("gives all windows that have the timestamp in them, the latest first", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200, max: 200 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (timestamp, size, slide) => {
          const assigned = pairs(new SlidingEventTimeWindows(size, slide).assignWindows(null, timestamp));
          const expected: number[][] = [];
          for (let start = timestamp; start > timestamp - size; start--) {
            if (Math.abs(start % slide) === 0) expected.push([start + 0, start + size]);
          }
          expect(assigned).toEqual(expected);
        },
      ),
    );
  });

  test("gives no window to a timestamp between two", () => {
    expect(new SlidingEventTimeWindows(5, 10).assignWindows(null, 7)).toEqual([]);
  });

  test("gives the very same windows to neighbours, so that nothing is built for them", () => {
    const assigner = new SlidingEventTimeWindows(10, 5);
    const windows = assigner.assignWindows(null, 11);
    assigner.assignWindows(null, 7);
    expect(assigner.assignWindows(null, 14)).toBe(windows);
  });
});

describe("TumblingEventTimeWindows", () => {
  test("refuses an element without a timestamp in Flink's words", () => {
    const assign = () => new TumblingEventTimeWindows(10).assignWindows(null, NO_TIMESTAMP);
    expect(assign).toThrow("did you forget to call 'DataStream.assignTimestampsAndWatermarks(...)'?");
  });
});

describe("assigners that go by the clock", () => {
  test("do not look at the timestamp", () => {
    expect(pairs(new TumblingProcessingTimeWindows(10).assignWindows(null, 99, at(13)))).toEqual([[10, 20]]);
    expect(pairs(new SlidingProcessingTimeWindows(10, 5).assignWindows(null, 99, at(13)))).toEqual([
      [10, 20],
      [5, 15],
    ]);
    expect(pairs(new ProcessingTimeSessionWindows(10).assignWindows(null, 99, at(13)))).toEqual([[13, 23]]);
    const dynamic = new DynamicProcessingTimeSessionWindows((gap: number) => gap);
    expect(pairs(dynamic.assignWindows(4, 99, at(13)))).toEqual([[13, 17]]);
  });
});

describe("the parameters of assigners", () => {
  test.each([
    ["a tumbling window's offset", () => new TumblingEventTimeWindows(10, 10), "abs(offset) < size"],
    ["the same by the clock", () => new TumblingProcessingTimeWindows(10, -10), "abs(offset) < size"],
    [
      "a sliding window's offset",
      () => new SlidingEventTimeWindows(10, 5, 5),
      "abs(offset) < slide and size > 0",
    ],
    [
      "a sliding window's size",
      () => new SlidingProcessingTimeWindows(0, 5),
      "abs(offset) < slide and size > 0",
    ],
    ["a session's gap", () => new EventTimeSessionWindows(0), "0 < size"],
    ["the same by the clock", () => new ProcessingTimeSessionWindows(0), "0 < size"],
  ])("are refused in Flink's words: %s", (_what, make, message) => {
    expect(make).toThrow(message);
  });

  test("include the gap that an element says", () => {
    const assigner = new DynamicEventTimeSessionWindows((gap: number) => gap);
    expect(pairs(assigner.assignWindows(5, 1))).toEqual([[1, 6]]);
    expect(() => assigner.assignWindows(0, 1)).toThrow("Dynamic session time gap must satisfy 0 < gap");
  });
});
