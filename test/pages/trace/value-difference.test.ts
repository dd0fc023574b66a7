import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { canonicalJson } from "../../../src/exercise/canonical-json.ts";
import { differenceOf } from "../../../src/pages/trace/value-difference.ts";

const json = fc.jsonValue({ maxDepth: 4 });

describe("the difference of two values", () => {
  test("is what is missing and what is too much of a list, in whatever order it came", () => {
    expect(differenceOf(["ann 1", "bob 2", "bob 2"], ["bob 2", "ann 1", "eve 3"])).toEqual({
      missing: ["bob 2"],
      surplus: ["eve 3"],
    });
  });

  test("names the field in which two objects differ", () => {
    expect(differenceOf({ rows: 3, open: 0 }, { rows: 4, open: 0 })).toEqual({
      missing: ["rows 3"],
      surplus: ["rows 4"],
    });
  });

  test("quotes a text where it would look like something else", () => {
    expect(differenceOf({ count: 1 }, { count: "1" })).toEqual({
      missing: ["count 1"],
      surplus: ['count "1"'],
    });
    expect(differenceOf([null, "ann"], ["null", "ann"])).toEqual({ missing: ["null"], surplus: ['"null"'] });
    expect(differenceOf([{ user: "ann " }], [{ user: "ann" }])).toEqual({
      missing: ['{user: "ann "}'],
      surplus: ['{user: "ann"}'],
    });
  });

  test("gives every element of a list its own partner, and quotes none that is not mistaken for another", () => {
    expect(differenceOf([1, "2", 3], ["1", 2, 4])).toEqual({
      missing: ["1", '"2"', "3"],
      surplus: ['"1"', "2", "4"],
    });
  });

  test("says where two values differ if that lies too deep, or too far behind, to be told", () => {
    const deep = (cents: number) => ({ of: { the: { very: { deep: { cents } } } } });
    expect(differenceOf([deep(1)], [deep(2)])).toEqual({
      missing: ["of.the: {very: {deep: {cents: 1}}}"],
      surplus: ["of.the: {very: {deep: {cents: 2}}}"],
    });
    const long = (last: number) => [Array.from({ length: 20 }, (_, index) => (index === 19 ? last : 0))];
    expect(differenceOf(long(1), long(2))).toEqual({ missing: ["[19]: 1"], surplus: ["[19]: 2"] });
  });

  test("is nothing if and only if they are the same", () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        const { missing, surplus } = differenceOf([one], [other]);
        const isSame = canonicalJson(one) === canonicalJson(other);
        expect([missing.length, surplus.length]).toEqual(isSame ? [0, 0] : [1, 1]);
      }),
    );
  });
});
