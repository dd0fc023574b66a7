import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { compileFile } from "../../src/compile/compile-file.ts";
import { messagesIn } from "../../src/locale/choose.ts";
import { answerRows, questionRows, type CardStyle } from "../../src/pages/card-rows.ts";
import { createHighlight } from "../../src/pages/markdown/highlight.ts";
import { NOTHING_PICKED } from "../../src/pages/picked.ts";
import { rowText, rowWidth, type Row } from "../../src/pages/row.ts";
import { HOSTILE_DOCUMENT, MARKDOWN_DOCUMENT } from "../compile/markdown-documents.ts";

const HIGHLIGHT = createHighlight();

function styleOf(width: number, wide: number): CardStyle {
  return { width, wide, highlight: HIGHLIGHT, words: messagesIn("en").review };
}

/** Returns all that is drawn of the cards that some notes make, from both sides. */
function drawn(text: string, width: number, wide = width): readonly Row[] {
  const { notes, texts } = compileFile({ path: "notes.md", text, role: "notes" });
  const style = styleOf(width, wide);
  return texts.flatMap((note, index) =>
    (notes[index]?.siblings ?? []).flatMap((sibling) => [
      ...questionRows(note, { sibling, side: "front", picked: NOTHING_PICKED }, style),
      ...questionRows(note, { sibling, side: "back", picked: NOTHING_PICKED }, style),
      ...answerRows(note, NOTHING_PICKED, style),
    ]),
  );
}

describe("a card that is drawn", () => {
  test("holds nothing that steers a terminal, whatever stands in the notes", () => {
    fc.assert(
      fc.property(HOSTILE_DOCUMENT, (text) => {
        const words = drawn(text, 60).map(rowText).join("");
        expect(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.exec(words)?.[0]).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test("is no wider than its column, however narrow that is", () => {
    fc.assert(
      fc.property(MARKDOWN_DOCUMENT, fc.integer({ min: 20, max: 200 }), (text, width) => {
        for (const row of drawn(text, width)) expect(rowWidth(row)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 200 },
    );
  });

  test("is no wider than its code and tables may be", () => {
    fc.assert(
      fc.property(MARKDOWN_DOCUMENT, fc.integer({ min: 20, max: 76 }), fc.nat(120), (text, width, more) => {
        for (const row of drawn(text, width, width + more))
          expect(rowWidth(row)).toBeLessThanOrEqual(width + more);
      }),
    );
  });

  test("gives code as much room in an option as anywhere", () => {
    const line = "x".repeat(90);
    const choice = `## Which?\n\n- [x] this:\n\n  \`\`\`\n  ${line}\n  \`\`\`\n- [ ] that\n`;
    expect(drawn(choice, 60, 120).map(rowText).join("\n")).toContain(line);
  });

  test("shows formulas that can be read", () => {
    const text =
      "## How long?\n\nIt is $O(n^2)$, for\n\n$$\n\\sum_{i=1}^n i = \\frac{n(n+1)}{2}\n$$\n\n```math\nx_1\n```";
    expect(drawn(text, 60).map(rowText).slice(-5)).toEqual([
      "It is O(n²), for",
      "",
      "  ∑ᵢ₌₁ⁿ i = (n(n+1))/2",
      "",
      "  x₁",
    ]);
  });

  test("keeps to its column where quotes, items and tables are nested or wide", () => {
    const nested = `## How deep?\n\n${Array.from({ length: 30 }, (_, deep) => `${"  ".repeat(deep)}- item ${deep}`).join("\n")}`;
    const quoted = `## How deep?\n\n${">".repeat(40)} the bottom`;
    const tableOf = (columns: number): string =>
      `## How wide?\n\n|${" a |".repeat(columns)}\n|${"---|".repeat(columns)}\n|${" bcdefg |".repeat(columns)}`;
    for (const text of [nested, quoted, tableOf(7), tableOf(9), tableOf(40)]) {
      const rows = drawn(text, 40);
      expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(40);
      expect(rows.length).toBeGreaterThan(2);
    }
    expect(drawn(nested, 40).map(rowText).join(" ")).toContain("item 29");
    expect(
      drawn(tableOf(40), 40)
        .map(rowText)
        .filter((line) => line === "a: bcdefg"),
    ).toHaveLength(40);
  });
});
