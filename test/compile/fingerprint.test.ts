import { createHash } from "node:crypto";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { fingerprintOf } from "../../src/compile/fingerprint.ts";

/** Base32 by the book: all bits in a row, five at a time. */
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? [])
    .map((five) => "abcdefghijklmnopqrstuvwxyz234567"[Number.parseInt(five, 2)])
    .join("");
}

describe("fingerprintOf", () => {
  test("begins the base32 of the SHA-256 of question, NUL and answer", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: "grapheme" }), (question, answer) => {
        const hash = createHash("sha256").update(`${question}\0${answer}`).digest();
        expect(fingerprintOf({ question, answer })).toBe(base32(hash).slice(0, 12));
      }),
    );
  });

  test("tells a question from an answer", () => {
    expect(fingerprintOf({ question: "ab", answer: "c" })).not.toBe(
      fingerprintOf({ question: "a", answer: "bc" }),
    );
  });

  test("is what it always was, for histories hang on it", () => {
    expect(fingerprintOf({ question: "为什么上油？", answer: "减少磨损。" })).toBe("dc4l3iuxbd3x");
  });
});
