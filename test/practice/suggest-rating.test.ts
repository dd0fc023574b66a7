import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type Evidence, ratingsUpTo, suggestRating } from "../../src/practice/suggest-rating.ts";
import { RATINGS } from "../../src/schedule/memory.ts";

const MINUTE = 60_000;
const best: Evidence = { end: "passed", ms: 10 * MINUTE, par: 10, hints: 0, failingRuns: 1 };

describe("the rating of an exercise", () => {
  test.each<[string, Partial<Evidence>, string]>([
    ["a pass within two runs, in par, without a hint", {}, "easy"],
    ["a third run", { failingRuns: 2 }, "good"],
    ["two hints", { hints: 2 }, "good"],
    ["a little over par", { ms: 20 * MINUTE }, "good"],
    ["the third hint", { hints: 3 }, "hard"],
    ["more than twice par", { ms: 20 * MINUTE + 1 }, "hard"],
    ["a seventh failing run", { failingRuns: 7 }, "hard"],
    ["more than three times par", { ms: 30 * MINUTE + 1 }, "again"],
    ["a solution that was shown", { end: "revealed" }, "again"],
  ])("for %s", (_, changes, expected) => {
    expect(suggestRating({ ...best, ...changes })).toBe(expected);
  });

  test("never gets better by more time, more hints or more failing runs", () => {
    const evidence = fc.record({
      end: fc.constantFrom("passed" as const, "revealed" as const),
      ms: fc.nat(60 * MINUTE),
      par: fc.constantFrom(3, 6, 10, 18, 30),
      hints: fc.nat(4),
      failingRuns: fc.nat(10),
    });
    const worse = fc.record({ ms: fc.nat(MINUTE * 30), hints: fc.nat(3), failingRuns: fc.nat(5) });
    fc.assert(
      fc.property(evidence, worse, (one, more) => {
        const other = {
          ...one,
          ms: one.ms + more.ms,
          hints: one.hints + more.hints,
          failingRuns: one.failingRuns + more.failingRuns,
        };
        expect(RATINGS.indexOf(suggestRating(other))).toBeLessThanOrEqual(
          RATINGS.indexOf(suggestRating(one)),
        );
      }),
    );
  });

  test("may be lowered by any amount, never raised", () => {
    expect(ratingsUpTo("good")).toEqual(["again", "hard", "good"]);
    expect(ratingsUpTo("again")).toEqual(["again"]);
  });
});
