import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";

import { isSimpleText, simpleCells } from "../../src/pages/simple-text.ts";
import { textWidth } from "../../src/pages/text-width.ts";

describe("textWidth", () => {
  test("agrees with string-width on every character of the basic plane", () => {
    const differing: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const cells = simpleCells(unit);
      const character = String.fromCharCode(unit);
      if (cells !== 0 && cells !== stringWidth(character)) differing.push(unit.toString(16));
    }
    expect(differing).toEqual([]);
  });

  test("agrees with string-width on any mixture", () => {
    const mixed = fc.array(
      fc.oneof(
        fc.constantFrom(
          "状态",
          "checkpoint",
          "，",
          "（",
          "👩‍💻",
          "é",
          "e\u0301",
          "ｱﾞ",
          "한글",
          "\u001b[31m红\u001b[0m",
          "\u001b[1;38;5;204m",
          "\u001b[12345m",
          "\u001b[2K",
          "\u001b",
          "[1m",
          "①",
          "⌚",
          "🇨🇳",
          "1️⃣",
        ),
        fc.string({ unit: "grapheme", maxLength: 4 }),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(mixed, (parts) => textWidth(parts.join("")) === stringWidth(parts.join(""))),
      { numRuns: 2000 },
    );
  });
});

const unitOrEscape = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  fc.constant("\u001b"),
);

describe("isSimpleText", () => {
  test("takes no text in which a grapheme has two units", () => {
    const segmenter = new Intl.Segmenter();
    fc.assert(
      fc.property(fc.string({ unit: unitOrEscape, maxLength: 12 }), (text) => {
        if (!isSimpleText(text)) return true;
        return [...segmenter.segment(text)].length === text.length;
      }),
      { numRuns: 2000 },
    );
  });
});
