import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { row, rowText, rowWidth, span } from "../../src/pages/row.ts";
import { wrapRow } from "../../src/pages/wrap.ts";

function wrapped(text: string, width: number): readonly string[] {
  return wrapRow(row(text), width).map(rowText);
}

const words = fc.array(
  fc.constantFrom(
    "反压",
    "检查点",
    "checkpoint",
    " ",
    "，",
    "。",
    "（",
    "）",
    "barrier",
    "a",
    "1.20",
    "”",
    "“",
    "KeyedProcessFunction",
  ),
  { maxLength: 40 },
);

describe("wrapRow", () => {
  test("breaks Chinese between any two characters", () => {
    expect(wrapped("检查点把状态写进持久存储", 10)).toEqual(["检查点把状", "态写进持久", "存储"]);
  });

  test("keeps a Latin word whole among Chinese", () => {
    expect(wrapped("它在 checkpoint 完成后提交", 12)).toEqual(["它在", "checkpoint", "完成后提交"]);
  });

  test("begins no line with a closing sign: the character before it comes along", () => {
    expect(wrapped("一二三四，五六七八", 8)).toEqual(["一二三", "四，五六", "七八"]);
  });

  test("ends no line with an opening sign", () => {
    expect(wrapped("一二三（四五六）", 8)).toEqual(["一二三", "（四五", "六）"]);
  });

  test("cuts a word that no line can hold", () => {
    expect(wrapped("KeyedBroadcastProcessFunction", 10)).toEqual(["KeyedBroad", "castProces", "sFunction"]);
  });

  test("keeps an emoji of several characters in one piece", () => {
    expect(wrapped("ab 👩‍💻👩‍💻", 5)).toEqual(["ab 👩‍💻", "👩‍💻"]);
  });

  test("keeps the look of each piece", () => {
    const [line] = wrapRow([span("bold", "accent", "bold"), span(" plain")], 20);
    expect(line).toEqual([span("bold", "accent", "bold"), span(" plain")]);
  });

  test("gives no line wider than the column", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 60 }), (parts, width) =>
        wrapRow(row(parts.join("")), width).every((line) => rowWidth(line) <= width),
      ),
    );
  });

  test("loses nothing but spaces", () => {
    const solid = (text: string): string => text.replaceAll(" ", "");
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 60 }), (parts, width) => {
        const text = parts.join("");
        return solid(wrapped(text, width).join("")) === solid(text);
      }),
    );
  });

  test("takes a word of a million letters without growing slow", () => {
    expect(wrapped("x".repeat(1_000_000), 80)).toHaveLength(12_500);
  });
});
