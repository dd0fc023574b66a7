import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { jsonText, valueOfJson } from "../../src/exercise/json.ts";

const withinLong = fc.jsonValue().filter((value) => !/\d{19}|e\+/u.test(JSON.stringify(value)));

describe("JSON across the border", () => {
  test("brings back whatever is JSON, with numbers that fit a long", () => {
    fc.assert(
      fc.property(withinLong, (value) => {
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
