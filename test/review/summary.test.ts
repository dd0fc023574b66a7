import { describe, expect, test } from "vitest";

import { MINUTE } from "../../src/base/day.ts";
import { summarise } from "../../src/review/summary.ts";
import { after, journal, rated } from "../history/builders.ts";
import { RULES, Sitting, aDeck } from "./builders.ts";

describe("summarise", () => {
  test("says what a sitting came to", () => {
    const past = journal([rated("a", "easy"), rated("b", "easy")]);
    const sitting = new Sitting(aDeck("c", "b", "a"), past, RULES, after(0, 20));
    const { card } = sitting;
    sitting.rate("again", after(1, 20)).rate("good", after(2, 20)).rate("easy", after(3, 20));
    expect(summarise(sitting.session)).toMatchObject({
      byRating: { again: 1, hard: 0, good: 1, easy: 1 },
      introduced: 1,
      remembered: 0.5,
      ms: 3 * MINUTE,
      again: [{ id: card }],
    });
  });

  test("leaves out what was undone", () => {
    const sitting = new Sitting(aDeck("a", "b")).rate("again", after(1)).do({ type: "undone" });
    expect(summarise(sitting.session)).toEqual({
      byRating: { again: 0, hard: 0, good: 0, easy: 0 },
      introduced: 0,
      remembered: null,
      ms: 0,
      again: [],
    });
    sitting.rate("easy", after(2));
    expect(summarise(sitting.session)).toMatchObject({ ms: MINUTE, byRating: { again: 0, easy: 1 } });
  });
});
