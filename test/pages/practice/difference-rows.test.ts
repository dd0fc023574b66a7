import { describe, expect, test } from "vitest";

import type { Json } from "../../../src/exercise/json.ts";
import { differenceRows } from "../../../src/pages/practice/difference-rows.ts";
import { rowText } from "../../../src/pages/row.ts";

const WORDS = { expected: "expected", actual: "actual" };

function shown(expected: Json, actual: Json, width = 60): readonly string[] {
  return differenceRows({ expected, actual }, WORDS, width).map(rowText);
}

describe("what was expected of a run, and what it did", () => {
  test("shows of two lists what is missing and what is too much", () => {
    expect(shown(["ann 1", "bob 2"], ["ann 1", "bob 3", "eve 1"])).toEqual([
      "− bob 2",
      "+ bob 3",
      "+ eve 1",
      "expected 2 · actual 3",
    ]);
  });

  test("quotes a text that would look like a number, in lists and whole", () => {
    expect(shown([{ count: 1 }], [{ count: "1" }])).toEqual(["− {count: 1}", '+ {count: "1"}']);
    expect(shown("null", null)).toEqual(['expected  "null"', "actual    null"]);
  });

  test("shows lists of the same elements whole, for they differ in their order", () => {
    expect(shown([1, 2], [2, 1])).toEqual(["expected  1", "          2", "actual    2", "          1"]);
  });

  test("says where lists part that differ only behind what is shown", () => {
    const zeros = Array.from({ length: 30 }, () => 0);
    expect(shown([...zeros, 1, 2], [...zeros, 2, 1])).toEqual(["expected  [30]: 1", "actual    [30]: 2"]);
  });

  test("says where rows part that are too wide to be seen to their ends", () => {
    const wide = (last: number) => ({ user: "ann of the far end of the street", last });
    expect(shown([wide(1)], [wide(2)], 40)).toEqual(["− last: 1", "+ last: 2"]);
    expect(shown(wide(1), wide(2), 40)).toEqual(["expected  last: 1", "actual    last: 2"]);
  });
});
