import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  getWindowStartWithOffset,
  mergeWindows,
  TimeWindow,
} from "../../../../src/engine/operators/window/time-window.ts";

const someWindows = fc.array(
  fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => new TimeWindow(start, start + length)),
  { maxLength: 12 },
);

describe("TimeWindow", () => {
  test("ends one ms before its end, and meets what only touches it", () => {
    const window = new TimeWindow(0, 10);
    expect(window.maxTimestamp()).toBe(9);
    expect(window.intersects(new TimeWindow(10, 20))).toBe(true);
    expect(window.intersects(new TimeWindow(11, 20))).toBe(false);
  });
});

describe("getWindowStartWithOffset", () => {
  test("gives a window that has the timestamp in it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 2e12 }),
        fc.integer({ min: 1, max: 1e5 }),
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        (timestamp, size, part) => {
          const offset = Math.trunc(part * size);
          const start = getWindowStartWithOffset(timestamp, offset, size);
          expect(start).toBeLessThanOrEqual(timestamp);
          expect(timestamp).toBeLessThan(start + size);
          expect(Math.abs((start - offset) % size)).toBe(0);
        },
      ),
    );
  });
});

describe("mergeWindows", () => {
  test("gives the parts in the order of Flink's hash set", () => {
    const windows = [
      [30, 40],
      [0, 10],
      [8, 18],
      [15, 25],
    ].map(([start = 0, end = 0]) => new TimeWindow(start, end));
    const [merged] = mergeWindows(windows);
    expect(merged?.result).toEqual(new TimeWindow(0, 25));
    expect(merged?.parts.map(({ start }) => start)).toEqual([8, 15, 0]);
  });

  test("leaves nothing that would still merge", () => {
    fc.assert(
      fc.property(someWindows, (windows) => {
        const merged = mergeWindows(windows);
        const swallowed = new Set(
          merged.flatMap(({ parts }) => parts.map(({ start, end }) => `${start} ${end}`)),
        );
        const alone = windows.filter(({ start, end }) => !swallowed.has(`${start} ${end}`));
        const left = [
          ...merged.map(({ result }) => result),
          ...new Map(alone.map((w) => [`${w.start} ${w.end}`, w])).values(),
        ];
        expect(mergeWindows(left)).toEqual([]);
      }),
    );
  });

  test("counts equal windows once", () => {
    expect(mergeWindows([new TimeWindow(0, 10), new TimeWindow(0, 10)])).toEqual([]);
  });
});
