import { describe, expect, test } from "vitest";

import { htmlLines } from "../../../src/pages/markdown/html-text.ts";

describe("htmlLines", () => {
  test.each([
    ["paragraphs are lines", "<p>one</p><p align='center'>two<br/>three</p>", ["one", "two", "three"]],
    ["items have points", "<ul><li>a</li><li>b</li></ul>", ["· a", "· b"]],
    ["cells stand side by side", "<table><tr><td>a</td><td>b</td></tr></table>", ["a  b"]],
    ["pictures are told", "<img width=5 src=\"p/a b.png\" alt='the plan'>", ["[▣ the plan · p/a b.png]"]],
    ["comments and scripts go", "a<!-- x\ny --><script>evil()</script><style>b{}</style>", ["a"]],
    ["unclosed ones too", "a <!-- b", ["a"]],
    ["a comparison is no tag", "if a < b and c > d", ["if a < b and c > d"]],
    [
      "entities are what they stand for",
      "&lt;div&gt; &amp;&nbsp;&#20013;&#x6587; &foo;",
      ["<div> & 中文 &foo;"],
    ],
    ["controls are none of it", "a&#27;[31m&#x9b;2J\u001B]8;;x\u0007b", ["a[31m2J]8;;xb"]],
  ])("%s", (_, html, lines) => {
    expect(htmlLines(html)).toEqual(lines);
  });

  test("is done soon with tags without an end", () => {
    expect(htmlLines("<a ".repeat(300_000)).length).toBeLessThan(2);
    expect(htmlLines("<!--".repeat(200_000))).toEqual([]);
  });
});
