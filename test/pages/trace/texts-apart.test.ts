import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { canonicalJson } from "../../../src/exercise/canonical-json.ts";
import { textsApart } from "../../../src/pages/trace/texts-apart.ts";

const json = fc.jsonValue({ maxDepth: 4 });

describe("two values side by side", () => {
  test("never look the same if they aren't", () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        fc.pre(canonicalJson(one) !== canonicalJson(other));
        const [left, right] = textsApart(one, other);
        expect(left).not.toBe(right);
      }),
    );
  });

  test("never look the same if one is the other with something changed in it", () => {
    const text = fc.constantFrom("", " ", "1", "null", "a", "\u200f", "a: 1, b", "[1]", "—");
    const leaf = fc.oneof(text, fc.constantFrom(1, null, true, Number.POSITIVE_INFINITY));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie("tree")), fc.dictionary(text, tie("tree"))),
    }));
    fc.assert(
      fc.property(tree, tree, (one, other) => {
        fc.pre(canonicalJson(one) !== canonicalJson(other));
        expect(new Set(textsApart(one, other)).size).toBe(2);
      }),
      { numRuns: 1000 },
    );
  });

  test("are one if one has an element more: where the other has nothing there is a dash", () => {
    const twelve = Array.from({ length: 12 }, () => 0);
    expect(textsApart([...twelve, 0, 1], [...twelve, 0])).toEqual(["[13]: 1", "[13]: —"]);
  });
});
