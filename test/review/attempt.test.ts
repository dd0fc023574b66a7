import { describe, expect, test } from "vitest";

import type { Attempt } from "../../src/review/attempt.ts";
import { ratingsIn, suggestRating } from "../../src/review/attempt.ts";

function chosen(options: readonly number[], right: readonly number[]): Attempt {
  return { kind: "chosen", options, right };
}

function typed(text: string, ...accepted: readonly string[]): Attempt {
  return { kind: "typed", text, accepted, as: "text" };
}

function number(text: string, ...accepted: readonly string[]): Attempt {
  return { kind: "typed", text, accepted, as: "number" };
}

describe("suggestRating", () => {
  test.each([
    ["all right options and no other", chosen([2, 0], [0, 2]), "good"],
    ["some of the right options", chosen([0], [0, 2]), "hard"],
    ["a wrong option", chosen([0, 1, 2], [0, 2]), "again"],
    ["nothing", chosen([], [0]), "again"],
    ["the answer", typed("Checkpoint", "checkpoint"), "good"],
    ["the answer in full width", typed(" ＣＥＰ ", "CEP"), "good"],
    ["another accepted answer", typed("背压", "反压", "背压"), "good"],
    ["the answer as a sentence", typed("反压。", "反压"), "good"],
    ["the number with its unit", number("10 分钟", "10"), "good"],
    ["another number", number("10.5", "10"), "again"],
    ["a wrong answer", typed("savepoint", "checkpoint"), "again"],
    ["nothing in writing", typed("", "checkpoint"), "again"],
  ] as const)("%s speaks for a rating", (_, attempt, rating) => {
    expect(suggestRating(attempt, 4)).toBe(rating);
  });

  test("suggests nothing that the learner doesn't use", () => {
    expect(suggestRating(chosen([0], [0, 2]), 2)).toBe("again");
    expect(suggestRating(chosen([0], [0]), 2)).toBe("good");
  });
});

describe("ratingsIn", () => {
  test("leaves again and good of two", () => {
    expect([ratingsIn(2), ratingsIn(4)]).toEqual([
      ["again", "good"],
      ["again", "hard", "good", "easy"],
    ]);
  });
});
