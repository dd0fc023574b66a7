import { describe, expect, test } from "vitest";

import { hashString } from "../../../src/engine/java/hash-code.ts";
import { JavaHashMap } from "../../../src/engine/java/java-hash-map.ts";
import { serializedSize } from "../../../src/engine/state/serialized-size.ts";

const MAP_OF_TEXTS = new JavaHashMap<string, number>(hashString);
MAP_OF_TEXTS.set("a", 1);

describe("the serialized size of a value", () => {
  test.each([
    ["a number", 7, 8],
    ["a boolean", true, 1],
    ["nothing", null, 1],
    ["an empty text: its length", "", 1],
    ["a text of ASCII: a byte a character", "abc", 4],
    ["Chinese: three bytes a character", "状态", 7],
    ["Greek: two bytes a character", "αβ", 5],
    ["a long text: its length takes two bytes", "x".repeat(127), 129],
    ["a list: its length, then its elements", [1, 2, 3], 28],
    ["a POJO: a flag for itself and one for each field, not the names", { id: 1, name: "ab" }, 14],
    ["a map: its size, and with each entry a flag", new Map([["a", 1]]), 15],
    ["a map state", MAP_OF_TEXTS, 15],
    ["a set", new Set([1]), 12],
    ["bytes", new Uint8Array(5), 9],
    ["a list in an object", { list: [1] }, 14],
  ])("is that of %s", (_what, value, bytes) => {
    expect(serializedSize(value)).toBe(bytes);
  });
});
