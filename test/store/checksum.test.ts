import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { checksumOf } from "../../src/store/checksum.ts";

const texts = fc.uint8Array({ minLength: 1, maxLength: 40 });

describe("checksumOf", () => {
  test("tells whenever one byte is another", () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, place, difference) => {
        const changed = bytes.map((byte, index) =>
          index === place % bytes.length ? byte ^ difference : byte,
        );
        expect(checksumOf(changed)).not.toBe(checksumOf(bytes));
      }),
    );
  });

  test("tells of a large text too, whichever byte it is", () => {
    const large = new Uint8Array(600 * 1024).map((_, index) => index % 251);
    fc.assert(
      fc.property(fc.nat(large.length - 1), fc.integer({ min: 1, max: 255 }), (place, difference) => {
        const changed = Uint8Array.from(large);
        changed[place] = (changed[place] ?? 0) ^ difference;
        expect(checksumOf(changed)).not.toBe(checksumOf(large));
      }),
      { numRuns: 20 },
    );
  });

  test("is the same wherever the text lies in memory", () => {
    fc.assert(
      fc.property(texts, fc.nat(8), (bytes, offset) => {
        const moved = new Uint8Array(offset + bytes.length);
        moved.set(bytes, offset);
        expect(checksumOf(moved.subarray(offset))).toBe(checksumOf(bytes));
      }),
    );
  });
});
