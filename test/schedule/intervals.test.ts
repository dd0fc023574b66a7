import { describe, expect, test } from "vitest";

import { setApart } from "../../src/schedule/intervals.ts";

const PLAIN = (interval: number) => interval;

describe("setApart", () => {
  test.each([
    [
      { hard: 3, good: 8, easy: 21 },
      { hard: 3, good: 8, easy: 21 },
    ],
    [
      { hard: 1, good: 1, easy: 1 },
      { hard: 1, good: 2, easy: 3 },
    ],
    [
      { hard: 9, good: 3, easy: 4 },
      { hard: 3, good: 4, easy: 5 },
    ],
    [
      { hard: 98, good: 99, easy: 300 },
      { hard: 98, good: 99, easy: 100 },
    ],
    [
      { hard: 100, good: 100, easy: 100 },
      { hard: 100, good: 100, easy: 100 },
    ],
  ])("makes %o %o", (intervals, apart) => {
    expect(setApart(intervals, PLAIN, 100)).toEqual(apart);
  });
});
