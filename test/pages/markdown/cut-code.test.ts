import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cutCode } from "../../../src/pages/markdown/cut-code.ts";
import { row, rowText, rowWidth, span } from "../../../src/pages/row.ts";

function parts(code: string, width: number): readonly string[] {
  return cutCode(row(code), width).map(rowText);
}

describe("cutCode", () => {
  test("leaves a line that fits as it is, indentation too", () => {
    expect(parts("    a  b", 8)).toEqual(["    a  b"]);
  });

  test("cuts at a space rather than between two tokens", () => {
    expect(parts("process(new Late(limits), type)", 20)).toEqual(["process(new", "Late(limits), type)"]);
  });

  test("cuts between two tokens where no space is near the end", () => {
    expect(parts("stream.keyBy(user).window(minutes)", 20)).toEqual([
      "stream.keyBy(user)",
      ".window(minutes)",
    ]);
    expect(parts("configuration.set(key)", 19)).toEqual(["configuration.set(", "key)"]);
  });

  test("cuts no operator of two signs if it needn't", () => {
    expect(parts("order->order.user", 10)).toEqual(["order->", "order.user"]);
  });

  test("cuts a word that no part can hold", () => {
    expect(parts("abcdefghij", 6)).toEqual(["abcdef", "ghij"]);
  });

  test("cuts a Chinese comment between two characters", () => {
    expect(parts("// 检查点完成以后才提交事务", 14)).toEqual(["// 检查点完成", "以后才提交事务"]);
  });

  test("makes no part of the indentation alone", () => {
    expect(parts("          abcdefghij", 12)).toEqual(["          ab", "cdefghij"]);
  });

  test("keeps the look of each piece", () => {
    const line = [span("return ", "keyword"), span("checkpoints", "plain"), span(";", "quiet")];
    expect(cutCode(line, 11)).toEqual([
      [span("return", "keyword")],
      [span("checkpoints", "plain")],
      [span(";", "quiet")],
    ]);
  });

  const code = fc
    .array(fc.constantFrom("keyBy", "(", ")", " ", "  ", ".", "->", "状态", "👩‍💻", '"a b"', ",", "x"))
    .map((tokens) => tokens.join(""));

  test("gives no part wider than asked for, and loses nothing but the spaces where it cuts", () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 2, max: 60 }), (text, width) => {
        const cut = cutCode(row(text), width);
        for (const part of cut) expect(rowWidth(part)).toBeLessThanOrEqual(width);
        const solid = (words: string): string => words.replaceAll(" ", "");
        expect(solid(cut.map(rowText).join(""))).toBe(solid(text));
      }),
    );
  });

  test("cuts a line of a million letters without growing slow", () => {
    expect(cutCode(row("x".repeat(1_000_000)), 80)).toHaveLength(12_500);
  });
});
