import { describe, expect, test } from "vitest";

import { JudgedTexts } from "../../src/practice/judged-texts.ts";

describe("the texts that have had a verdict", () => {
  test("are new the first time, however many came between", () => {
    const texts = new JudgedTexts();
    expect(["a", "b", "a", "b", "c"].map((text) => texts.take(text))).toEqual([
      "changed",
      "changed",
      "same",
      "same",
      "changed",
    ]);
  });

  test("are of one attempt", () => {
    const texts = new JudgedTexts();
    texts.take("a");
    texts.clear();
    expect(texts.take("a")).toBe("changed");
  });
});
