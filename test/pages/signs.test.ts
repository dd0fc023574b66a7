import { afterEach, describe, expect, test } from "vitest";

import { progressBar } from "../../src/pages/bar.ts";
import { barRows, clipRow, row, rowText, rowWidth } from "../../src/pages/row.ts";
import { signs } from "../../src/pages/signs.ts";
import { adaptTo, USUAL_TRAITS } from "../../src/pages/terminal-traits.ts";
import { textWidth } from "../../src/pages/text-width.ts";

afterEach(() => adaptTo(USUAL_TRAITS));

const OWN = "│─━❯›·↑↓←→↳✓✗…–▏▣";

describe("our own signs", () => {
  test("are as they are in a usual terminal", () => {
    expect(signs(OWN)).toBe(OWN);
  });

  test("are ASCII, each as wide as before, where the terminal knows nothing else", () => {
    adaptTo({ signs: "ascii", ambiguous: "narrow" });
    expect(signs(OWN)).toMatch(/^[ -~]+$/u);
    expect(signs(OWN)).toHaveLength(OWN.length);
    expect(signs("水位线 x")).toBe("水位线 x");
  });

  test("of bars, quotes and cuts follow, and what notes say stays", () => {
    adaptTo({ signs: "ascii", ambiguous: "narrow" });
    expect(progressBar(1, 2, 4).map(({ text }) => text)).toEqual(["==", "--"]);
    expect(barRows([row("源 → 汇")]).map(rowText)).toEqual(["| 源 → 汇"]);
    expect(rowText(clipRow(row("a → b → c"), 6))).toBe("a → b~");
  });

  test("are one cell wide where ambiguous signs take two", () => {
    adaptTo({ signs: "unicode", ambiguous: "wide" });
    expect(rowWidth(progressBar(1, 2, 10))).toBe(10);
    expect(rowWidth(clipRow(row("x".repeat(30)), 10))).toBe(10);
  });
});

describe("an ambiguous character", () => {
  test.each(["“”", "…", "→", "①", "—", "α", "я", "×"])("counts one cell, or two by setting: %s", (text) => {
    expect(textWidth(text)).toBe(text.length);
    adaptTo({ signs: "unicode", ambiguous: "wide" });
    expect(textWidth(text)).toBe(2 * text.length);
  });

  test("changes nothing for what is plain or wide anyway", () => {
    const before = textWidth("checkpoint 检查点，（a）");
    adaptTo({ signs: "unicode", ambiguous: "wide" });
    expect(textWidth("checkpoint 检查点，（a）")).toBe(before);
  });
});
