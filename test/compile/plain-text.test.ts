import { describe, expect, test } from "vitest";

import { parseMarkdown } from "../../src/compile/parse-markdown.ts";
import { htmlText, plainText, tidy } from "../../src/compile/plain-text.ts";

function textOf(markdown: string): string {
  return plainText(parseMarkdown(markdown).children);
}

describe("plainText", () => {
  test.each([
    ["marks are gone", "**a** _b_ ~~c~~ `d` [e](f)", "a b c d e"],
    ["a paragraph is a line, however it is wrapped", "one\ntwo  \nthree\n\nfour", "one two three\nfour"],
    ["lists are lines, without their numbers", "1. a\n2. b\n   - c", "a\nb\nc"],
    ["quotes and headings are lines", "# a\n> b\n>\n> c", "a\nb\nc"],
    ["tables are lines", "| a | b |\n|---|---|\n| c | d |", "a b\nc d"],
    ["code keeps its lines", "```js\na\n  b\n```", "a\nb"],
    ["pictures say what they show, or where they are", "![a gear](g.png) ![](h.png)", "a gear h.png"],
    ["HTML shows its text", "a<br>b <!-- c --> <img src='d.png' alt='e'>", "a b e"],
    ["references and rules show nothing", "a[^1]\n\n---\n\n[^1]: b\n\n[c]: d", "a\nb"],
  ])("%s", (_, markdown, text) => {
    expect(textOf(markdown)).toBe(text);
  });

  test("stays the same when a word becomes a link, or is marked", () => {
    expect(textOf("see [Gears](g.md) and **wheels**")).toBe(textOf("see Gears and wheels"));
  });
});

describe("tidy", () => {
  test("composes, collapses and trims, and drops what can't be seen", () => {
    expect(tidy(" \u00A0e\u0301\u200B  a\t b \n\n c\uFEFF")).toBe("é a b\nc");
  });
});

describe("plainText of scripts among words", () => {
  test("is what stands around them", () => {
    expect(textOf("a<script>b()</script> c <b>d</b> <STYLE>p {}</STYLE>e")).toBe("a c d e");
    expect(textOf("a <script src='x'/> b")).toBe("a b");
  });
});

describe("htmlText", () => {
  test("takes tags, comments and unclosed comments away", () => {
    expect(tidy(htmlText("<p class='a'>b</p><!-- c --><hr/>d<!-- e"))).toBe("b d");
    expect(tidy(htmlText("a < b > c"))).toBe("a < b > c");
  });

  test("takes scripts and styles away with what stands in them", () => {
    expect(tidy(htmlText("a<script>b()</script>c<style>p {}</style> d<script>e"))).toBe("ac d");
  });

  test("parts words where tags do, and not where they only set them in another type", () => {
    expect(tidy(htmlText("a<b>b</b>. <b>c</b><i>d</i>"))).toBe("ab. c d");
  });
});
