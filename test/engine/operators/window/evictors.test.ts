import { describe, expect, test } from "vitest";

import type { Evictor } from "../../../../src/engine/operators/window/evictor.ts";
import { countEvictor } from "../../../../src/engine/operators/window/evictors/count-evictor.ts";
import { deltaEvictor } from "../../../../src/engine/operators/window/evictors/delta-evictor.ts";
import { timeEvictor } from "../../../../src/engine/operators/window/evictors/time-evictor.ts";
import { TimeWindow } from "../../../../src/engine/operators/window/time-window.ts";
import type { Window } from "../../../../src/engine/operators/window/window.ts";
import { NO_TIMESTAMP } from "../../../../src/engine/time/timestamp.ts";

const window = new TimeWindow(0, 100);

function kept(evictor: Evictor<number, Window>, ...timestamps: number[]): readonly number[] {
  const elements = timestamps.map((timestamp) => ({ value: timestamp, timestamp }));
  return evictor.evictBefore(elements, window).map(({ value }) => value);
}

describe("countEvictor", () => {
  test("keeps the last so many elements", () => {
    expect(kept(countEvictor(2), 1, 2, 3)).toEqual([2, 3]);
    expect(kept(countEvictor(5), 1, 2, 3)).toEqual([1, 2, 3]);
    expect(kept(countEvictor(0), 1, 2)).toEqual([]);
  });

  test("works either before the function or after it", () => {
    const elements = [1, 2].map((value) => ({ value, timestamp: value }));
    const after = countEvictor<number>(1, "after");
    expect(after.evictBefore(elements, window)).toEqual(elements);
    expect(after.evictAfter(elements, window)).toEqual(elements.slice(1));
    expect(countEvictor<number>(1).evictAfter(elements, window)).toEqual(elements);
  });
});

describe("timeEvictor", () => {
  test("drops what is as old as the size, and older", () => {
    expect(kept(timeEvictor(10), 0, 5, 10)).toEqual([5, 10]);
  });

  test("drops nothing if the first element has no timestamp", () => {
    expect(kept(timeEvictor(1), NO_TIMESTAMP, 5, 100)).toEqual([NO_TIMESTAMP, 5, 100]);
    expect(kept(timeEvictor(1))).toEqual([]);
  });
});

describe("deltaEvictor", () => {
  test("drops what is the threshold away from the newest element, and further", () => {
    const distance = (older: number, newer: number) => newer - older;
    expect(kept(deltaEvictor(5, distance), 1, 2, 6)).toEqual([2, 6]);
    expect(kept(deltaEvictor(5, distance))).toEqual([]);
  });
});
