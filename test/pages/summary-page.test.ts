import { describe, expect, test } from "vitest";

import { messagesIn } from "../../src/locale/choose.ts";
import { rowText } from "../../src/pages/row.ts";
import { summaryPage, type SummaryFacts } from "../../src/pages/summary-page.ts";

const SIZE = { columns: 80, rows: 24 };
const NOTHING: SummaryFacts = {
  byRating: { again: 0, hard: 0, good: 0, easy: 0 },
  ms: 0,
  fresh: 0,
  remembered: null,
  again: [],
  left: 0,
  nextIn: 3 * 3_600_000,
};

function told(facts: SummaryFacts, lang: "zh" | "en", extra: number): readonly string[] {
  const { head, body } = summaryPage(facts, { extra, notice: [] }, SIZE, messagesIn(lang));
  return [...head, ...body].map(rowText).filter((line) => line !== "");
}

describe("the end of a sitting in which nothing was due", () => {
  test("says so kindly, when the next card comes, and what to do until then", () => {
    expect(told(NOTHING, "en", 10)).toEqual([
      "Nothing is due right now",
      "The next card comes in 3 hours.",
      "To go on: Enter leads home, where you can learn 10 more new cards today.",
    ]);
    expect(told({ ...NOTHING, nextIn: null }, "zh", 0)).toEqual(["眼下没有到期的卡", "今天可以歇着了。"]);
  });

  test("is told from a sitting that was left without an answer", () => {
    expect(told({ ...NOTHING, left: 3 }, "en", 0)[0]).toBe("Done");
  });
});
