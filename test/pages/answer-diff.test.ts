import { describe, expect, test } from "vitest";

import { answerDiffRow, answerDiffText } from "../../src/pages/answer-diff.ts";

function marked(typed: string, ...accepted: readonly string[]): string {
  return answerDiffRow(typed, accepted)
    .map(({ text, tone }) => (tone === "bad" ? `-${text}-` : tone === "warning" ? `+${text}+` : text))
    .join("");
}

describe("answerDiffRow", () => {
  test("marks characters in Chinese and words in English", () => {
    expect(marked("检查站", "检查点")).toBe("检查-站-+点+");
    expect(marked("aligned barrier", "unaligned barrier")).toBe("-aligned-+unaligned+ barrier");
  });

  test("compares with the accepted answer that is nearest", () => {
    expect(marked("背压", "反压", "背压")).toBe("背压");
  });

  test("makes no difference of case and of full or half width", () => {
    expect(marked("ＫＥＹＢＹ", "keyBy")).toBe("KEYBY".replace("KEYBY", "keyBy"));
  });
});

describe("answerDiffText", () => {
  test("says by signs what can't be seen by a look", () => {
    expect(answerDiffText("检查站", ["检查点"])).toBe("检查[-站-]{+点+}");
    expect(answerDiffText("反压", ["反压", "背压"])).toBe("反压");
  });
});
