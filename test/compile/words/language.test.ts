import { describe, expect, test } from "vitest";

import { langOf } from "../../../src/compile/words/language.ts";

describe("langOf", () => {
  test("goes by the name of the file before anything else", () => {
    expect(langOf("notes/wheels.zh.md", "en", "Only English in here.")).toBe("zh");
    expect(langOf("wheels.EN.markdown", null, "全是中文")).toBe("en");
  });

  test("goes by what is declared, where the name says nothing", () => {
    expect(langOf("wheels.md", "zh", "Only English in here.")).toBe("zh");
    expect(langOf("wheels.v2.md", "zh", "Only English in here.")).toBe("zh");
  });

  test("goes by the script of the text at last, in which Chinese is full of Latin terms", () => {
    expect(langOf("wheels.md", null, "Flink 的 checkpoint 用 barrier 对齐 state backend")).toBe("zh");
    expect(
      langOf("wheels.md", null, "The word 齿轮 means gear; all else in here is plain English text."),
    ).toBe("en");
    expect(langOf("wheels.md", null, "")).toBe("en");
  });
});
