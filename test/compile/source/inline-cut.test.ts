import fc from "fast-check";
import type { Paragraph } from "mdast";
import { describe, expect, test } from "vitest";

import { parseMarkdown } from "../../../src/compile/parse-markdown.ts";
import { markdownOf, trimmed } from "../../../src/compile/source/inline-cut.ts";
import type { InlineText } from "../../../src/compile/source/inline-text.ts";
import { readInline } from "../../../src/compile/source/inline-text.ts";

function inlineOf(markdown: string): InlineText {
  const paragraph = parseMarkdown(markdown).children[0] as Paragraph;
  return readInline(paragraph.children, markdown, []);
}

/** Cuts `words` out of the plain text of some Markdown. */
function cut(markdown: string, words: string): string {
  const inline = inlineOf(markdown);
  const from = inline.text.indexOf(words);
  return markdownOf(markdown, inline, { from, to: from + words.length }, "falls");
}

describe("readInline", () => {
  test("knows where each character of the plain text stands", () => {
    const markdown = "a \\* &amp; **b** `c`\n  [d](e)";
    const { text, starts, ends } = inlineOf(markdown);
    expect(text).toBe("a * & b c\nd");
    expect(Array.from(text, (_, index) => markdown.slice(starts[index], ends[index]))).toEqual([
      "a",
      " ",
      "\\*",
      " ",
      "&amp;",
      " ",
      "b",
      " ",
      "c",
      "\n",
      "d",
    ]);
  });

  test("skips the marks of a quote at the beginning of a line", () => {
    const markdown = "> one\n> two";
    const quote = parseMarkdown(markdown).children[0];
    const paragraph = quote?.type === "blockquote" ? (quote.children[0] as Paragraph) : null;
    const { text, starts } = readInline(paragraph?.children ?? [], markdown, []);
    expect(starts[text.indexOf("two")]).toBe(markdown.indexOf("two"));
  });

  test("has a place for every character, in order, whatever the text", () => {
    const piece = fc.constantFrom(
      "a",
      "齿",
      "\\*",
      "&lt;",
      "&",
      "*b*",
      "`c`",
      "\n",
      " ",
      "![d](e)",
      "&#x1F600;",
      "😀",
      "<b>",
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const markdown = `x${pieces.join("")}x`;
        const first = parseMarkdown(markdown).children[0];
        if (first?.type !== "paragraph") return;
        const { text, starts, ends } = readInline(first.children, markdown, []);
        expect(starts).toHaveLength(text.length);
        expect(ends).toHaveLength(text.length);
        expect(
          starts.every((start, index) => start >= (starts[index - 1] ?? 0) && start < markdown.length),
        ).toBe(true);
      }),
    );
  });
});

describe("markdownOf", () => {
  test.each([
    ["drops marks around all of it", "**why?**", "why?", "why?"],
    ["keeps marks around a part of it", "why **this** one?", "why this one?", "why **this** one?"],
    ["opens anew what the cut went through", "**Q: why** this?", "why this?", "**why** this?"],
    ["closes anew what the cut went through", "why **this, not that**", "why this", "why **this**"],
    ["keeps code as code", "`1. x`", "1. x", "`1. x`"],
    ["keeps a link within", "see [this](a.md) now", "see this now", "see [this](a.md) now"],
    ["drops a link around all of it", "[why?](a.md)", "why?", "why?"],
    ["keeps what is escaped", "a \\* b", "a * b", "a \\* b"],
  ])("%s", (_, markdown, words, expected) => {
    expect(cut(markdown, words)).toBe(expected);
  });
});

test("a link around all of an answer stays", () => {
  const inline = inlineOf("[here](a.md)");
  expect(markdownOf("[here](a.md)", inline, { from: 0, to: 4 }, "stays")).toBe("[here](a.md)");
});

describe("trimmed", () => {
  test("leaves white space of every kind and invisible characters", () => {
    const inline = inlineOf("x&nbsp; \u200Bword\u200B &nbsp;x");
    const range = trimmed(inline, { from: 1, to: inline.text.length - 1 });
    expect(inline.text.slice(range.from, range.to)).toBe("word");
  });
});
