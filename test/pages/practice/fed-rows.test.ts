import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { messagesIn } from "../../../src/locale/choose.ts";
import { fedRows, selectedRows } from "../../../src/pages/practice/fed-rows.ts";
import { rowText, rowWidth } from "../../../src/pages/row.ts";

const TEN = Array.from({ length: 10 }, (_, index) => `p${index + 1}`);

describe("the rows of what a job was fed with", () => {
  test("mark nothing where nothing can be moved", () => {
    expect(fedRows({ elements: TEN, selected: null }, 40).map(rowText)).toEqual([
      "  p1",
      "  p2",
      "  p3",
      "  p4",
      "  p5",
      "  … 5",
    ]);
  });

  test("mark the selected element by a sign, a colour and bold", () => {
    const rows = fedRows({ elements: ["a", { id: "b" }], selected: 1 }, 40);
    expect(rows.map(rowText)).toEqual(["  a", "❯ {id: b}"]);
    expect(rows[1]?.map(({ tone, faces }) => [tone, faces])).toEqual([
      ["accent", ["bold"]],
      ["accent", ["bold"]],
    ]);
    expect(rows[0]?.map(({ tone }) => tone)).toEqual(["plain"]);
  });

  test("always hold the selected element, and no more rows than there is room for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (length, at) => {
        const elements = Array.from({ length }, (_, index) => index);
        const rows = fedRows({ elements, selected: at % length }, 40).map(rowText);
        expect(rows.filter((text) => text.startsWith("❯"))).toEqual([`❯ ${at % length}`]);
        expect(rows.length).toBeLessThanOrEqual(8);
        const hidden = rows.flatMap((text) => (/^… (\d+)$/u.exec(text)?.[1] ?? []) as string | readonly []);
        const shown = rows.length - hidden.length;
        expect(shown + hidden.reduce((sum, count) => sum + Number(count), 0)).toBe(length);
      }),
    );
  });

  test("tell the selected element alone with its place and the keys, in one row", () => {
    const long = ["x", "y".repeat(200)];
    const rows = selectedRows({ elements: long, selected: 1 }, messagesIn("zh"), 60);
    expect(rows.map(rowWidth)).toEqual([60]);
    expect(rows.map(rowText)[0]).toMatch(/^❯ 第 2 条输入，共 2 条 {2}y+… \[ \] 选中 · < > 挪动$/u);
    expect(selectedRows({ elements: [], selected: 0 }, messagesIn("zh"), 60)).toEqual([]);
  });
});
