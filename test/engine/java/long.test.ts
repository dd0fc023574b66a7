import { describe, expect, test } from "vitest";

import { floorMod } from "../../../src/engine/java/long.ts";

describe("floorMod", () => {
  test.each([
    [7, 3, 1],
    [-7, 3, 2],
    [7, -3, -2],
    [-7, -3, -1],
    [-6, 3, 0],
    [0, 3, 0],
  ])("of %i and %i is %i", (dividend, divisor, remainder) => {
    expect(floorMod(dividend, divisor)).toBe(remainder);
  });
});
