import { expect, test } from "vitest";

import { doubleToString } from "../../../src/engine/cluster/double-to-string.ts";

test.each([
  [0, "0.0"],
  [1, "1.0"],
  [Math.fround(0.1), "0.10000000149011612"],
  [0.001, "0.001"],
  [0.0001, "1.0E-4"],
  [12_345_678, "1.2345678E7"],
  [Number.POSITIVE_INFINITY, "Infinity"],
])("doubleToString writes %d as Java does", (value, text) => {
  expect(doubleToString(value)).toBe(text);
});
