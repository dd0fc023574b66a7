import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { canonicalJson } from "../../src/exercise/canonical-json.ts";

describe("canonical JSON", () => {
  test("doesn't depend on the order of keys", () => {
    expect(canonicalJson({ b: [{ y: 1, x: 2 }], a: null })).toBe(
      canonicalJson({ a: null, b: [{ x: 2, y: 1 }] }),
    );
  });

  test("means the same as the value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("keeps the order of lists", () => {
    expect(canonicalJson([2, 1])).toBe("[2,1]");
  });
});
