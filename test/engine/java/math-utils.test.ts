import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  longToIntWithBitMixing,
  murmurHash,
  roundUpToPowerOfTwo,
} from "../../../src/engine/java/math-utils.ts";

const anInt = fc.integer({ min: -2147483648, max: 2147483647 });

describe("murmurHash", () => {
  test("is never negative and always the same for the same code", () => {
    fc.assert(
      fc.property(anInt, (code) => {
        const hash = murmurHash(code);
        expect(hash).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(hash)).toBe(true);
        expect(murmurHash(code)).toBe(hash);
      }),
    );
  });

  test("spreads neighbouring codes over all of 16 key groups", () => {
    const groups = new Set(Array.from({ length: 200 }, (_, code) => murmurHash(code) % 16));
    expect(groups.size).toBe(16);
  });
});

describe("longToIntWithBitMixing", () => {
  test("is the mixing of SplitMix64 cut off to an int", () => {
    expect([0, 1, 26, 40, -7].map(longToIntWithBitMixing)).toEqual([0, 1, 26, 40, -7].map(splitMix));
  });

  test("tells a negative number from its amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (value) => {
        expect(longToIntWithBitMixing(value)).toBe(splitMix(value));
        expect(longToIntWithBitMixing(-value)).toBe(splitMix(-value));
      }),
    );
  });
});

describe("roundUpToPowerOfTwo", () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [16, 16],
    [17, 32],
  ])("of %i is %i", (value, power) => {
    expect(roundUpToPowerOfTwo(value)).toBe(power);
  });
});

/** The same in signed arithmetic of 64 bits. */
function splitMix(value: number): number {
  const unsigned = (number: bigint) => BigInt.asUintN(64, number);
  let mixed = unsigned(BigInt(value));
  mixed = unsigned((mixed ^ (mixed >> 30n)) * -4658895280553007687n);
  mixed = unsigned((mixed ^ (mixed >> 27n)) * -7723592293110705685n);
  return Number(BigInt.asIntN(32, mixed ^ (mixed >> 31n)));
}
