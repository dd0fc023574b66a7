import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseMarkdown } from "../../../src/compile/parse-markdown.ts";
import { markdownRows } from "../../../src/pages/markdown/markdown-rows.ts";
import { rowText, rowWidth, type Row } from "../../../src/pages/row.ts";

function rowsOf(lines: readonly (readonly string[])[], width: number, wide = width): readonly Row[] {
  const [head = [], ...body] = lines.map((line) => `| ${line.join(" | ")} |`);
  const rule = `|${"---|".repeat(lines[0]?.length ?? 0)}`;
  const { children } = parseMarkdown([head, rule, ...body].join("\n"));
  return markdownRows(children, { width, wide, highlight: null });
}

function drawn(lines: readonly (readonly string[])[], width: number, wide = width): readonly string[] {
  return rowsOf(lines, width, wide).map((line) => rowText(line).trimEnd());
}

describe("tableRows", () => {
  const OPTIONS = [
    ["option", "default", "meaning"],
    ["execution.checkpointing.interval", "none", "the time between two checkpoints"],
  ];

  test("wraps the cells of the widest column that has room to give", () => {
    expect(drawn(OPTIONS, 60)).toEqual([
      "option                            default  meaning",
      "────────────────────────────────  ───────  ─────────────────",
      "execution.checkpointing.interval  none     the time between",
      "                                           two checkpoints",
    ]);
  });

  test("takes the width that there is beyond the text", () => {
    expect(drawn(OPTIONS, 60, 80).at(-1)).toBe(
      "execution.checkpointing.interval  none     the time between two checkpoints",
    );
  });

  test("makes no column wider than the text, however wide the window is", () => {
    const rows = rowsOf([["note"], ["word ".repeat(40)]], 60, 200);
    expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(60);
  });

  test("becomes records where words would have to be cut", () => {
    expect(drawn(OPTIONS, 44)).toEqual([
      "option: execution.checkpointing.interval",
      "default: none",
      "meaning: the time between two checkpoints",
    ]);
  });

  test("becomes records where cells would be a few characters wide", () => {
    const long = "零到多条，看用户函数怎么写";
    const lines = [
      ["算子", "a", "b", "c", "keyed", "d"],
      ["map", long, long, long, "否", long],
      ["reduce", "", "", "", "是", ""],
    ];
    expect(drawn(lines, 50)).toEqual([
      "算子：map",
      `a: ${long}`,
      `b: ${long}`,
      `c: ${long}`,
      "keyed: 否",
      `d: ${long}`,
      "",
      "算子：reduce",
      "keyed: 是",
    ]);
  });

  test("goes on with the value of a record below it, a little to the right", () => {
    const lines = [
      ["state backend", "limits of what it may hold"],
      ["EmbeddedRocksDBStateBackend", "the local disk, shared with all that run there"],
    ];
    expect(drawn(lines, 32)).toEqual([
      "state backend:",
      "  EmbeddedRocksDBStateBackend",
      "limits of what it may hold:",
      "  the local disk, shared with",
      "  all that run there",
    ]);
  });

  test("shows its titles where it has nothing else", () => {
    expect(drawn([["a-long-title-of-a-column", "another-title-of-one"]], 30)).toEqual([
      "a-long-title-of-a-column",
      "another-title-of-one",
    ]);
  });

  const word = fc.stringMatching(/^[a-z]{1,14}$/u);
  const cell = fc.array(fc.oneof(word, fc.constant("反压状态")), { minLength: 1, maxLength: 8 });
  const table = fc.integer({ min: 1, max: 9 }).chain((columns) =>
    fc.array(
      fc.array(
        cell.map((words) => words.join(" ")),
        { minLength: columns, maxLength: columns },
      ),
      {
        minLength: 2,
        maxLength: 5,
      },
    ),
  );

  test("cuts no word that a line can hold, and is no wider than it may be", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 24, max: 76 }), fc.nat(100), (lines, width, more) => {
        const rows = rowsOf(lines, width, width + more);
        for (const line of rows) expect(rowWidth(line)).toBeLessThanOrEqual(width + more);
        const shown = new Set(rows.flatMap((line) => rowText(line).match(/[a-z]+/gu) ?? []));
        for (const each of lines
          .flat()
          .join(" ")
          .match(/[a-z]+/gu) ?? [])
          expect(shown).toContain(each);
      }),
    );
  });
});
