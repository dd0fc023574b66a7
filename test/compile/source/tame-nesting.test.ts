import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { tameNesting } from "../../../src/compile/source/tame-nesting.ts";

const DEEP = 10_000;

describe("tameNesting", () => {
  test.each([
    ["quotes", ">".repeat(DEEP)],
    ["lists on one line", "- ".repeat(DEEP)],
    ["lists below lists", `${" ".repeat(DEEP)}- a`],
    ["emphasis", "*".repeat(DEEP)],
    ["links", "[".repeat(DEEP)],
  ])("flattens %s that nobody nests like this, and keeps every character's place", (_, text) => {
    const tamed = tameNesting(text);
    expect(tamed).toHaveLength(text.length);
    expect(tamed.replaceAll(/\s/g, "").length).toBeLessThan(100);
  });

  test.each([
    ["stars", "**（", /\*/g],
    ["underscores", "_（中", /_/g],
    ["brackets", "[a", /\[/g],
  ])("leaves few %s in a line that is no text, and keeps every character's place", (_, opening, mark) => {
    const tamed = tameNesting(opening.repeat(DEEP));
    expect(tamed).toHaveLength(opening.length * DEEP);
    expect(tamed.match(mark)).toHaveLength(2000);
  });

  test("changes nothing in what people write", () => {
    const line = fc.constantFrom(
      "> > > quote",
      "- - a",
      "  - b",
      "1. c",
      `/${"*".repeat(80)}/`,
      "* * *",
      "[[wiki]]",
      "deep",
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join("\n");
        expect(tameNesting(text)).toBe(text);
      }),
    );
  });
});
