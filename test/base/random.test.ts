import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { hashOfText, seededRandom, shuffle } from "../../src/base/random.ts";

describe("seededRandom", () => {
  test("gives the same numbers for the same seed, all in [0, 1)", () => {
    const [one, other] = [seededRandom(7), seededRandom(7)];
    const numbers = Array.from({ length: 1000 }, () => one());
    expect(numbers).toEqual(Array.from({ length: 1000 }, () => other()));
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  });
});

describe("shuffle", () => {
  test("keeps every item exactly once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other);
        expect(sorted(shuffle(items, seededRandom(seed)))).toEqual(sorted(items));
      }),
    );
  });
});

describe("hashOfText", () => {
  test("is FNV-1a of 32 bits", () => {
    expect([hashOfText(""), hashOfText("a"), hashOfText("foobar")]).toEqual([
      0x811c9dc5, 0xe40c292c, 0xbf9cf968,
    ]);
  });
});
