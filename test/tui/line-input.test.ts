import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { edited, EMPTY_LINE, lineOf, textOn, withText } from "../../src/tui/line-input.ts";

const MOVES = ["left", "right", "home", "end", "ctrl-a", "ctrl-e"];

describe("a line that is written", () => {
  test("is erased by what a reader sees as characters", () => {
    const family = "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}";
    expect(edited(lineOf(`反压${family}`), "backspace")).toEqual(lineOf("反压"));
    expect(edited(lineOf("cafe\u0301"), "backspace")).toEqual(lineOf("caf"));
    expect(edited({ before: "", after: `${family}压` }, "delete")).toEqual({ before: "", after: "压" });
  });

  test("takes text where its cursor is", () => {
    const line = edited(edited(lineOf("背压"), "left"), "left");
    expect(withText(line, "反压、")).toEqual({ before: "反压、", after: "背压" });
  });

  test("moves by characters, and to its ends", () => {
    const line = lineOf("a\u{1F1E8}\u{1F1F3}b");
    expect(edited(edited(line, "left"), "left")).toEqual({ before: "a", after: "\u{1F1E8}\u{1F1F3}b" });
    expect(edited(edited(line, "home"), "right")).toEqual({ before: "a", after: "\u{1F1E8}\u{1F1F3}b" });
    expect(edited({ before: "a", after: "b" }, "end")).toEqual(lineOf("ab"));
  });

  test("is erased by words, and up to its ends", () => {
    expect(edited(lineOf("back pressure  "), "ctrl-w")).toEqual(lineOf("back "));
    expect(edited({ before: "ab", after: "cd" }, "ctrl-u")).toEqual({ before: "", after: "cd" });
    expect(edited({ before: "ab", after: "cd" }, "ctrl-k")).toEqual({ before: "ab", after: "" });
  });

  test("stays as it is at its ends, and for any other key", () => {
    for (const key of ["backspace", "delete", "left", "right", "x"])
      expect(edited(EMPTY_LINE, key)).toEqual(EMPTY_LINE);
  });

  test("keeps its text however its cursor moves", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.constantFrom(...MOVES)), (text, keys) => {
        expect(textOn(keys.reduce(edited, lineOf(text)))).toBe(text);
      }),
    );
  });
});
