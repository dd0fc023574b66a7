import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { blocksFromHtml, linesFromHtml } from "../../../src/anki/import/html-to-markdown.ts";
import { parseMarkdown } from "../../../src/compile/parse-markdown.ts";
import { plainText } from "../../../src/compile/plain-text.ts";

function markdown(html: string): string {
  return blocksFromHtml(html).join("\n\n");
}

describe("Markdown from HTML", () => {
  test.each([
    ["lines", "a<br>b<div>c</div><div>d</div>", "a\\\nb\\\nc\\\nd"],
    ["empty lines as paragraphs", "<div>a</div><div><br></div><div>b<br></div><div>c</div>", "a\n\nb\\\nc"],
    ["paragraphs", "<p>a</p><p>b</p>c<br><br>d", "a\n\nb\n\nc\n\nd"],
    ["emphasis between words", "a <b>b c</b> <i>d</i>", "a **b c** *d*"],
    ["no emphasis where it would be taken for signs", "水位线<b>：</b>说明", "水位线：说明"],
    [
      "code in a line and in a block",
      "<code>a &lt; b</code><pre>x\n  y&amp;z</pre>",
      "`a < b`\n\n```\nx\n  y&z\n```",
    ],
    ["code with backticks", "<code>a`b</code><pre>```</pre>", "``a`b``\n\n````\n```\n````"],
    ["lists in lists", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n\n  - b\n- c"],
    ["numbered lists", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"],
    ["a table", "<table><tr><th>a</th></tr><tr><td>b|c</td></tr></table>", "| a |\n| --- |\n| b\\|c |"],
    ["a quote", "<blockquote>a<br>b</blockquote>", "> a\\\n> b"],
    ["a link to the web", '<a href="https://x.org/a(b)">x</a>', "[x](https://x.org/a%28b%29)"],
    ["only the words of another link", '<a href="javascript:alert(1)">x</a>', "x"],
    ["references", "&lt;a&gt; &#37; &#x25; &eacute; &nbsp;b", "\\<a> % % &eacute; b"],
    ["blocks out of what stands around them", "<div><b>a<ul><li>b</li></ul></b></div>", "a\n\n- b"],
  ])("has %s", (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  test.each([
    ["scripts", "a<script>alert(1)</script>b"],
    ["styles", "a<style>p{}</style>b"],
    ["frames", "a<iframe src=x></iframe>b"],
    ["comments", "a<!-- <!-- card: evil --> -->b"],
    ["pictures", 'a<img src="x.png" onerror="alert(1)">b'],
    ["sounds", "a[sound:x.mp3]b"],
    ["a script that never ends", "ab<script>alert(1)"],
  ])("has no %s", (_, html) => {
    expect(markdown(html).replaceAll(" ", "").replace("-->", "").replace("--\\>", "")).toBe("ab");
  });

  test.each([
    "# a",
    "> a",
    "- a",
    "1. a",
    "---",
    "===",
    "* a",
    "+ a",
    "    a",
    "``` a",
    "a :: b",
    "<!-- card: x -->",
    "a == b",
    "{{c1::a}}",
    "| a | b |",
    "[a](b)",
    "![a](b)",
    "&amp;lt;",
  ])("shows %j as the text that it is", (text) => {
    const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const tree = parseMarkdown(markdown(html));
    expect(tree.children.map(({ type }) => type)).toEqual(["paragraph"]);
    expect(plainText(tree.children)).toBe(text.trim().replaceAll(/\s+/gu, " "));
  });

  test("shows any text as the text that it is", () => {
    const text = fc.array(fc.constantFrom(..."ab1.*_`[](){}<>#+-=|~!\\&:;\"' 汉，", "\n"), { maxLength: 14 });
    fc.assert(
      fc.property(text, (characters) => {
        const plain = characters.join("");
        const html = plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        const shown = plainText(parseMarkdown(markdown(html)).children);
        expect(shown).toBe(plain.replaceAll(/\s+/gu, " ").trim());
      }),
      { numRuns: 1500 },
    );
  });

  test("holds no HTML, whatever it was made from", () => {
    const bits = fc.constantFrom(
      "<b>",
      "</b>",
      "<pre>",
      "</pre>",
      "<ul><li>",
      "</ul>",
      "<br>",
      "<p>",
      "<",
      ">",
      "&lt;",
      "&#60;",
      "script",
      "a",
      "\n",
      "<td>",
      "<tr>",
      "<table>",
      "`",
      "*",
      '<a href="',
      '">',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 20 }), (parts) => {
        const types: string[] = [];
        const open: { type: string; children?: unknown[] }[] = [parseMarkdown(markdown(parts.join("")))];
        for (let node = open.pop(); node !== undefined; node = open.pop()) {
          types.push(node.type);
          open.push(...((node.children ?? []) as typeof open));
        }
        expect(types).not.toContain("html");
      }),
      { numRuns: 800 },
    );
  });

  test("ends for what is nested without end", () => {
    expect(markdown("<div>".repeat(20_000))).toBe("");
    expect(markdown(`${"<ul><li>".repeat(5000)}a`)).toContain("a");
  });
});

describe("lines from HTML", () => {
  test("are those of the text, code and lists included", () => {
    expect(linesFromHtml("a<br>b<ul><li>c</li></ul><pre>d\n  e</pre>")).toEqual([
      "a",
      "b",
      "c",
      "`d`",
      "` e`",
    ]);
  });
});

describe("hostile HTML", () => {
  test.each([
    ["tags that never end", '<a "'.repeat(80_000)],
    ["tags in tags", "<a ".repeat(80_000)],
    ["comments that never end", "<!--".repeat(80_000)],
    ["scripts that never end", "<script ".repeat(40_000)],
    ["references without end", "&#".repeat(100_000)],
    ["stars", "*".repeat(100_000)],
  ])("is done with soon: %s", (_, html) => {
    const begun = performance.now();
    blocksFromHtml(html);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
