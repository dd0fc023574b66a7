import type { Paragraph } from "mdast";
import { describe, expect, test } from "vitest";

import { hiddenPieces } from "../../../src/compile/forms/hidden-pieces.ts";
import { parseMarkdown } from "../../../src/compile/parse-markdown.ts";
import { readInline } from "../../../src/compile/source/inline-text.ts";

function hidden(markdown: string) {
  const paragraph = parseMarkdown(markdown).children[0] as Paragraph;
  const pieces = hiddenPieces(readInline(paragraph.children, markdown, []));
  return pieces.map(({ number, text, hint }) => [number, text, hint]);
}

describe("hiddenPieces", () => {
  test.each([
    ["==x==", [[null, "x", null]]],
    ["用==销轴==连接", [[null, "销轴", null]]],
    [
      "{{x}} and {{y}}",
      [
        [null, "x", null],
        [null, "y", null],
      ],
    ],
    ["{{c2::x::a hint}}", [[2, "x", "a hint"]]],
    ["{{c1::std::vector}}", [[1, "std", "vector"]]],
    ["==**bold** and `code`==", [[null, "bold and code", null]]],
    ["==a = b==", [[null, "a = b", null]]],
    ["{{ 销轴 }}", [[null, "销轴", null]]],
  ])("finds what %s hides", (markdown, pieces) => {
    expect(hidden(markdown)).toEqual(pieces);
  });

  test.each([
    "a==b and c==d",
    "x == y == z",
    "`==x==` and `{{x}}`",
    "==two\nlines==",
    "===x===",
    "{{ .Values.x }}",
    "{{.x}} {{#if}} {{/if}} {{> partial}} {{- x }}",
    "{{ user.name | upper }}",
    "${{ secrets.TOKEN }}",
    "{{}} ====",
  ])("finds nothing hidden in %s", (markdown) => {
    expect(hidden(markdown)).toEqual([]);
  });
});
