import { describe, expect, test } from "vitest";

import { compilePattern } from "../../../../src/engine/operators/cep/nfa-compiler.ts";
import { Pattern } from "../../../../src/engine/operators/cep/pattern.ts";

interface Login {
  readonly ok: boolean;
}

const begin = () => Pattern.begin<Login>("first");

describe("Pattern", () => {
  test("fits a condition with where and or", () => {
    const condition = begin()
      .where(({ ok }) => ok)
      .or(({ ok }) => !ok)
      .where(({ ok }) => ok)
      .getCondition();
    const context = { getEventsForPattern: () => [], timestamp: () => 0 };
    expect([true, false].map((ok) => condition({ ok }, context))).toEqual([true, false]);
  });

  test.each<[string, () => unknown]>([
    ["Only one until condition can be applied.", () => begin().oneOrMore().until(Boolean).until(Boolean)],
    ["The until condition is only applicable to looping states.", () => begin().until(Boolean)],
    ["Optional already applied!", () => begin().optional().optional()],
    ["NOT pattern cannot be optional", () => begin().notNext("n").optional()],
    ["Option not applicable to NOT pattern", () => begin().notFollowedBy("n").oneOrMore()],
    ["Option not applicable to singleton quantifier", () => begin().greedy()],
    [
      "Option not applicable to FollowedByAny pattern",
      () => begin().oneOrMore().allowCombinations().greedy(),
    ],
    [
      "Optional pattern cannot be preceded by greedy pattern",
      () => begin().oneOrMore().greedy().next("n").optional(),
    ],
    [
      "You can apply either combinations or consecutive, not both!",
      () => begin().times(2).consecutive().allowCombinations(),
    ],
    ["Specifying a pattern with an optional path to NOT condition", () => begin().optional().notNext("n")],
    ["You should give a positive number greater than 0.", () => begin().times(0)],
    ["The to should be a number greater than or equal to from: 3.", () => begin().times(3, 2)],
    [
      "Combinations not applicable to Quantifier{properties=[SINGLE, OPTIONAL], consumingStrategy=STRICT, " +
        "innerConsumingStrategy=SKIP_TILL_NEXT}!",
      () => begin().optional().allowCombinations(),
    ],
    [
      "Already applied quantifier to this Pattern. Current quantifier is: Quantifier{properties=[TIMES, OPTIONAL, " +
        "GREEDY], consumingStrategy=SKIP_TILL_NEXT, innerConsumingStrategy=STRICT}",
      () => begin().followedBy("n").times(0, 2).greedy().consecutive().oneOrMore(),
    ],
  ])("refuses with: %s", (message, make) => {
    expect(make).toThrow(message);
  });
});

describe("compilePattern", () => {
  test.each<[string, () => Pattern<Login>]>([
    ["Duplicate pattern name: first. Names must be unique.", () => begin().next("first")],
    [
      "The pattern name specified in AfterMatchSkipStrategy can not be found in the given Pattern",
      () => Pattern.begin<Login>("first", { type: "skipToLast", patternName: "last" }),
    ],
    [
      "NotFollowedBy is not supported without windowTime as a last part of a Pattern!",
      () => begin().notFollowedBy("n"),
    ],
    [
      "The window length between the previous and current event cannot be larger than the window length between",
      () => begin().next("n").within(20, "PREVIOUS_AND_CURRENT").within(10),
    ],
  ])("refuses with: %s", (message, make) => {
    expect(() => compilePattern(make())).toThrow(message);
  });

  test("bounds a match by the shortest of its stages' windows", () => {
    expect(compilePattern(begin().within(30).next("second").within(50)).windowTime).toBe(30);
  });
});
