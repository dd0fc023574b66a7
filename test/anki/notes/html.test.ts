import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { CodePainter } from "../../../src/anki/notes/code-html.ts";
import { htmlOf } from "../../../src/anki/notes/html.ts";
import { parseMarkdown } from "../../../src/compile/parse-markdown.ts";
import { plainText } from "../../../src/compile/plain-text.ts";
import { shownText } from "../shown-text.ts";

const paint: CodePainter = (code, language) =>
  language === "java" ? [{ text: code, tone: "keyword" }] : null;
const style = { paint, pictureName: (url: string) => (url === "a.png" ? "sluice-1.png" : null) };

function html(markdown: string): string {
  return htmlOf(markdown, style);
}

describe("the HTML of a field", () => {
  test.each([
    ["one paragraph has no tag around it", "Plain *text*.", "Plain <i>text</i>."],
    ["several paragraphs", "One.\n\nTwo.", "<p>One.</p><p>Two.</p>"],
    ["a line of Chinese that goes on", "水位线\n说明 a\nb", "水位线说明 a b"],
    ["strong, struck out and code", "**a** ~~b~~ `c<d>`", "<b>a</b> <s>b</s> <code>c&lt;d&gt;</code>"],
    ["a tight list", "- a\n- b", "<ul><li>a</li><li>b</li></ul>"],
    ["a numbered list that begins later", "3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'],
    ["tasks", "- [x] a\n- [ ] b", "<ul><li>☑ a</li><li>☐ b</li></ul>"],
    [
      "a table",
      "| a | b |\n|---|--:|\n| c | d |",
      '<table><tr><th>a</th><th align="right">b</th></tr><tr><td>c</td><td align="right">d</td></tr></table>',
    ],
    [
      "coloured code",
      "```java\nint i;\n```",
      '<pre><code><span class="hl-keyword">int i;</span></code></pre>',
    ],
    ["code in an unknown language", "```x\na\n\nb\n```", "<pre><code>a\n\nb</code></pre>"],
    ["code that begins with an empty line", "```\n\na\n```", "<pre><code>\n\na</code></pre>"],
    ["a link to the web", "[a](https://b.org/?c=1&d=2)", '<a href="https://b.org/?c=1&amp;d=2">a</a>'],
    ["a link by name", "[a][b]\n\n[b]: https://b.org", '<a href="https://b.org">a</a>'],
    ["a picture that travels along", "![x](a.png)", '<img src="sluice-1.png" alt="x">'],
    ["a picture that isn't there", "![x](b.png)", "x"],
    [
      "a picture of the web, which is not loaded",
      "![x](https://b.org/c.png)",
      '<a href="https://b.org/c.png">x</a>',
    ],
    ["a heading, which is no heading of the card", "# a\n\nb", "<p><b>a</b></p><p>b</p>"],
    ["a quote and a rule", "> a\n\n---", "<blockquote><p>a</p></blockquote><hr>"],
    [
      "a footnote",
      "a[^1]\n\n[^1]: b",
      '<p>a<sup>&#91;1]</sup></p><div class="footnote"><sup>&#91;1]</sup><p>b</p></div>',
    ],
    ["line breaks, also as HTML", "a\\\nb<br>c", "a<br>b<br>c"],
    ["the words of raw HTML", "<details><summary>See <b>more</b></summary>", "<p>See more</p>"],
  ])("has %s", (_, markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test.each([
    ["<script>alert(1)</script>"],
    ["<style>p { color: red }</style>"],
    ["a <img src=x onerror=alert(1)> b"],
    ["<iframe src='https://evil.example'></iframe>"],
    ["[a](javascript:alert(1))"],
    ["[a](data:text/html,<script>)"],
    ["![a](file:///etc/passwd)"],
    ["<a href='javascript:x'>a</a>"],
  ])("has nothing that runs or loads of %s", (markdown) => {
    expect(html(markdown)).not.toMatch(/<(?!\/?p>)|javascript|alert\(1\).*<|src=|href=/u);
  });

  test("has no tags but ours, whatever the Markdown", () => {
    const bits = fc.constantFrom(
      "*",
      "**",
      "`",
      "```\n",
      "<",
      ">",
      "<b ",
      "onclick=",
      "](",
      "[",
      "!",
      "(",
      ")",
      "javascript:",
      "\n",
      "\n\n",
      "> ",
      "- ",
      "1. ",
      "|",
      "---",
      "&lt;",
      "a",
      '"',
      "{{",
      "}}",
      "https://x.y",
    );
    const OURS =
      /<\/?(?:p|b|i|s|br|code|pre|ul|ol|li|blockquote|table|tr|th|td|hr|sup|div|span|a|img)(?: (?:href|src|alt|class|start|align)="[^"<>]*")*>/gu;
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 25 }), (parts) => {
        const rest = html(parts.join("")).replaceAll(OURS, "");
        expect(rest).not.toMatch(/[<>]/u);
        expect(html(parts.join(""))).not.toMatch(/\{\{|\}\}|href="javascript/u);
      }),
      { numRuns: 800 },
    );
  });

  test("shows plain text as the parser would, without asking it", () => {
    const line = fc.string({
      unit: fc.constantFrom(..."ab1 .,:;!?#-+=>()[]|~&<*_`\\汉，".split("")),
      maxLength: 12,
    });
    fc.assert(
      fc.property(line, (text) => {
        const seen = shownText(html(text)).replaceAll(/\s+/gu, " ").trim();
        const parsed = plainText(parseMarkdown(text).children).replaceAll(/\s+/gu, " ").trim();
        // What a parser adds for a picture or a list is looked at above.
        if (/[<[`]|^\s*[-+*>#]|\d[.)]|\|/u.test(text)) return;
        expect(seen).toBe(parsed);
      }),
      { numRuns: 2000 },
    );
  });

  test("follows nothing that is nested without end", () => {
    expect(() => html(`${">".repeat(3000)} a`)).not.toThrow();
    expect(() => html("*a ".repeat(3000))).not.toThrow();
  });
});
