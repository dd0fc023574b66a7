import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { canonicalJson } from "../../src/exercise/canonical-json.ts";
import { jsonText, valueOfJson } from "../../src/exercise/json.ts";

const apartFromTheEnds = fc
  .jsonValue()
  .filter((value) => !JSON.stringify(value).includes("9223372036854776000"));

describe("JSON across the border", () => {
  test("brings back whatever is JSON, but for the numbers that stand for the ends of time", () => {
    fc.assert(
      fc.property(apartFromTheEnds, (value) => {
        expect(valueOfJson(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("brings back the ends of time, however deep", () => {
    const value = { watermark: Number.POSITIVE_INFINITY, before: [Number.NEGATIVE_INFINITY, 5] };
    expect(valueOfJson(jsonText(value))).toEqual(value);
  });

  test("writes the ends of time as the largest and the smallest long, as far as a number tells", () => {
    expect(jsonText([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBe(
      "[9223372036854776000,-9223372036854776000]",
    );
  });

  test("takes no other number for an end of time, however large", () => {
    const large = [2 ** 63 + 2048, -(2 ** 63) - 2048, 2 ** 63 - 1024, 1e300, Number.MAX_VALUE];
    expect(valueOfJson(jsonText(large))).toEqual(large);
  });

  test.each([
    { what: "NaN", value: Number.NaN, message: "NaN at count can't be told in JSON" },
    { what: "a Map", value: new Map([["a", 1]]), message: "Map at count can't be told in JSON" },
    { what: "a Set", value: new Set(["a"]), message: "Set at count can't be told in JSON" },
  ])("refuses $what, which JSON would make something else of", ({ value, message }) => {
    expect(() => jsonText({ rows: [{ count: value }] })).toThrow(new TypeError(message));
    expect(() => canonicalJson({ rows: [{ count: value }] })).toThrow(new TypeError(message));
  });

  test("has null for what is undefined, at the top too", () => {
    expect(jsonText({ left: undefined })).toBe('{"left":null}');
    expect(jsonText(undefined)).toBe("null");
  });

  test("asks nobody who replaces JSON later", () => {
    const { stringify } = JSON;
    try {
      JSON.stringify = () => '"forged"';
      expect(jsonText([1])).toBe("[1]");
    } finally {
      JSON.stringify = stringify;
    }
  });

  test("refuses what is no JSON", () => {
    expect(() => valueOfJson("{")).toThrow(SyntaxError);
  });
});
