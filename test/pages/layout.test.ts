import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { layOut, wideWidth, type Page } from "../../src/pages/layout.ts";
import { row, rowText, rowWidth, spreadRow } from "../../src/pages/row.ts";

function aPage(lines: number): Page {
  return {
    head: [row("head")],
    body: Array.from({ length: lines }, (_, index) => row(`line ${index}`)),
    foot: [row(""), row("foot")],
  };
}

describe("layOut", () => {
  test("puts the foot on the last row but one, whatever the body has", () => {
    const { rows } = layOut(aPage(2), { columns: 80, rows: 10 }, 0);
    expect(rows).toHaveLength(9);
    expect(rowText(rows.at(-1) ?? [])).toContain("foot");
  });

  test("takes an offset beyond the end for the end", () => {
    const { rows, offset, below } = layOut(aPage(20), { columns: 80, rows: 10 }, 999);
    expect([offset, below]).toEqual([14, 0]);
    expect(rows.map(rowText).join()).toContain("line 19");
  });

  test("tells how many rows are left below", () => {
    expect(layOut(aPage(20), { columns: 80, rows: 10 }, 0).rows.map(rowText).join("\n")).toContain("↓ 14");
    expect(layOut(aPage(2), { columns: 80, rows: 10 }, 0).rows.map(rowText).join("\n")).not.toContain("↓");
  });

  const WINDOW = { columns: 200, rows: 10 };

  /** Returns the cells before the head, the body and the foot of a page whose widest row has so many. */
  function edges(cells: number): readonly number[] {
    const page: Page = { head: [row("head")], body: [row("x".repeat(cells))], foot: [row("foot")] };
    return layOut(page, WINDOW, 0)
      .rows.map(rowText)
      .filter((line) => line !== "")
      .map((line) => line.search(/\S/u));
  }

  test("stands in the middle, and a wide row goes on to the right", () => {
    expect(edges(20)).toEqual([62, 62, 62]);
    expect(edges(136)).toEqual([62, 62, 62]);
  });

  test("begins further left where a row needs more room than there is on the right", () => {
    expect(edges(150)).toEqual([48, 48, 48]);
    expect(edges(wideWidth(WINDOW))).toEqual([2, 2, 2]);
  });

  test("stays where it is while a wide row is scrolled to", () => {
    const lines = Array.from({ length: 30 }, (_, index) => row(index === 29 ? "x".repeat(190) : "short"));
    const page: Page = { head: [], body: lines, foot: [] };
    const [first, last] = [0, 99].map((offset) => layOut(page, WINDOW, offset).rows.map(rowText));
    expect(first?.[0]?.search(/\S/u)).toBe(last?.[0]?.search(/\S/u));
  });

  test("gives no row wider than the window", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.string(), (columns, text) =>
        layOut({ head: [row(text)], body: [], foot: [] }, { columns, rows: 10 }, 0).rows.every(
          (line) => rowWidth(line) <= columns,
        ),
      ),
    );
  });
});

describe("spreadRow", () => {
  test("fills the width exactly and cuts the left part first", () => {
    expect(rowText(spreadRow(row("一二三四五"), row("end"), 10))).toBe("一二…  end");
  });
});
