import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  MAX_MEMORY_SIZE,
  mebiBytes,
  multiply,
  parseMemorySize,
  toHumanReadableString,
} from "../../../src/engine/cluster/memory-size.ts";

describe("parseMemorySize", () => {
  test.each([
    ["1024", 1024n],
    ["1728m", 1728n * 2n ** 20n],
    [" 4 GB ", 4n * 2n ** 30n],
    ["3kibibytes", 3072n],
    ["2t", 2n ** 41n],
    ["0", 0n],
  ])("reads %j", (text, bytes) => {
    expect(parseMemorySize(text)).toBe(bytes);
  });

  test.each([
    [" ", "argument is an empty- or whitespace-only string"],
    ["m", "text does not start with a number"],
    ["12q", /^Memory size unit 'q' does not match any of the recognized units: \(b \| bytes\) \/ \(k \| kb/],
    ["9223372036854775808", "cannot be re represented as 64bit number (numeric overflow)."],
    ["9000000t", "cannot be re represented as 64bit number of bytes (numeric overflow)."],
  ])("says what is wrong with %j", (text, message) => {
    expect(() => parseMemorySize(text)).toThrow(message);
  });
});

describe("toHumanReadableString", () => {
  test("writes a size in the largest unit that it is above", () => {
    expect(toHumanReadableString(0n)).toBe("0 bytes");
    expect(toHumanReadableString(1024n)).toBe("1024 bytes");
    expect(toHumanReadableString(mebiBytes(192))).toBe("192.000mb (201326592 bytes)");
    expect(toHumanReadableString(mebiBytes(1024))).toBe("1024.000mb (1073741824 bytes)");
    expect(toHumanReadableString(MAX_MEMORY_SIZE)).toBe("8388608.000tb (9223372036854775807 bytes)");
  });
});

describe("multiply", () => {
  test("is exact in decimal: ten percent as a float is a little more than a tenth", () => {
    expect(multiply(mebiBytes(1280), Math.fround(0.1))).toBe(134_217_730n);
    expect(multiply(10n ** 15n, 1e-7)).toBe(100_000_000n);
  });

  test("cuts off and never rounds up", () => {
    const whole = fc.bigInt({ min: 0n, max: 2n ** 50n });
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 1000 }), (size, thousandths) => {
        expect(multiply(size, thousandths / 1000)).toBe((size * BigInt(thousandths)) / 1000n);
      }),
    );
  });
});
