import { describe, expect, test } from "vitest";

import { hashCode, keyTypeOf } from "../../../src/engine/java/hash-code.ts";
import { LONG_MAX, LONG_MIN } from "../../../src/engine/java/long.ts";

describe("hashCode", () => {
  test.each([
    ["", 0],
    ["a", 97],
    ["hello", 99162322],
    ["Aa", 2112],
    ["BB", 2112],
    ["polygenelubricants", -2147483648],
    ["订单", 1129459],
  ])("of the string %j is %i", (text, hash) => {
    expect(hashCode(text)).toBe(hash);
  });

  test.each([
    [0, 0],
    [-1, 0],
    [-2, 1],
    [4294967295, -1],
    [4294967296, 1],
    [1700000000000, -807048821],
    [LONG_MIN, -2147483648],
    [LONG_MAX, -2147483648],
  ])("of the long %d is %i", (value, hash) => {
    expect(hashCode(value, "long")).toBe(hash);
  });

  test("of an int is its value, which tells it from a long", () => {
    expect(hashCode(-1, "int")).toBe(-1);
    expect(hashCode(-1, "long")).toBe(0);
  });

  test.each([
    [1, 1072693248],
    [0.5, 1071644672],
    [-0.1, 639631363],
  ])("of the double %d is %i", (value, hash) => {
    expect(hashCode(value, "double")).toBe(hash);
  });

  test("of a boolean is one of two primes", () => {
    expect([hashCode(true), hashCode(false)]).toEqual([1231, 1237]);
  });
});

describe("keyTypeOf", () => {
  test("takes a number without a fraction for a long, any other for a double", () => {
    expect([1, -0.5, LONG_MAX, "x", true].map(keyTypeOf)).toEqual([
      "long",
      "double",
      "long",
      "string",
      "boolean",
    ]);
  });
});
