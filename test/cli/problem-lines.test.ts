import { describe, expect, test } from "vitest";

import type { Problem } from "../../src/base/problem.ts";
import { problemLines } from "../../src/cli/problem-lines.ts";
import { en } from "../../src/locale/en.ts";
import { zh } from "../../src/locale/zh.ts";

function duplicate(file: string, line: number, original = "gears.md"): Problem {
  const first = { file: original, line: line + 100, column: 1 };
  return {
    code: "card-duplicate",
    place: { file, line, column: 3 },
    data: { prompt: `What turns at ${line}?`, first },
  };
}

describe("the lines of problems", () => {
  test("tell a file that repeats many questions of another once", () => {
    const copy = [3, 7, 11, 15].map((line) => duplicate("copy.md", line));
    expect(problemLines(en, copy)).toEqual([
      "copy.md:3:3 warning card-duplicate",
      "  expected: each question once",
      "  fix: 4 questions of this file stand in gears.md already: delete them, or leave one of the two files out of the deck",
    ]);
    expect(problemLines(zh, copy)).toEqual([
      "copy.md:3:3 提醒 card-duplicate",
      "  要求：同一个问题只写一次",
      "  改法：这个文件有 4 个问题已在 gears.md 里：请删掉它们，或只让其中一个文件留在牌组里",
    ]);
  });

  test("tell a few questions of another file, and those twice in one file, one by one", () => {
    const few = [3, 7, 11].map((line) => duplicate("copy.md", line));
    const twice = [3, 7, 11, 15].map((line) => duplicate("gears.md", line));
    expect(problemLines(en, [...few, ...twice])).toHaveLength(3 * 7);
  });

  test("tell questions without an answer by place and words, and leave out what rules left out", () => {
    const place = { file: "gears.md", line: 2, column: 1 };
    expect(
      problemLines(en, [
        { code: "answer-missing", place, data: { prompt: "What turns?" } },
        { code: "section-left-out", place, data: { heading: "Links", rule: "links-only" } },
      ]),
    ).toEqual(["gears.md:2:1            What turns?", "", "1 question without an answer"]);
  });
});
