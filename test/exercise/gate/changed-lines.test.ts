import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { changedLines } from "../../../src/exercise/gate/changed-lines.ts";

const texts = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 }).map((lines) => lines.join("\n"));

describe("the lines that are changed", () => {
  test.each([
    ["a\nb\nc", "a\nb\nc", 0],
    ["a\nb\nc", "a\nx\nc", 1],
    ["a\nc", "a\nb\nb\nc", 2],
    ["a\nb\nc\nd", "a\nd", 2],
    ["a", "x\ny\nz", 3],
  ])("are those to be written or taken away", (from, to, lines) => {
    expect(changedLines(from, to)).toBe(lines);
  });

  test("are as many one way as the other, and none between a text and itself", () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(changedLines(one, other)).toBe(changedLines(other, one));
        expect(changedLines(one, one)).toBe(0);
      }),
    );
  });
});
