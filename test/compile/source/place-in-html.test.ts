import type { Html } from "mdast";
import { describe, expect, test } from "vitest";

import { readDocument } from "../../../src/compile/source/document.ts";
import { placeInHtml } from "../../../src/compile/source/place-in-html.ts";

/** Returns the line and column of a word in the first piece of HTML of a text. */
function placeOf(word: string, text: string): readonly [line: number, column: number] {
  const document = readDocument({ path: "notes.md", text, role: "notes" });
  const open = [...document.root.children];
  let html: Html | null = null;
  for (let node = open.shift(); node !== undefined && html === null; node = open.shift()) {
    if (node.type === "html") html = node;
    else if (node.type === "blockquote" || node.type === "listItem") open.push(...node.children);
    else if (node.type === "list") open.push(...node.children);
  }
  if (html === null) throw new Error("there is no HTML");
  const { line, column } = placeInHtml(document, html, html.value.indexOf(word));
  return [line, column];
}

describe("placeInHtml", () => {
  test.each([
    ["at the margin", "a\n\n<p>\none\ntwo\n</p>", [5, 1]],
    ["in a quote", "a\n\n> <p>\n> one\n> two\n> </p>", [5, 3]],
    ["in an item", "a\n\n- b\n\n  <p>\n  one\n  two\n  </p>", [7, 3]],
    ["in a quote in an item", "- > <p>\n  > one\n  > two", [3, 5]],
    ["on the last line", "> <p>\n> one\n> three two", [3, 9]],
  ])("finds a word %s, whatever the line ends are", (_, text, place) => {
    expect(placeOf("two", text)).toEqual(place);
    expect(placeOf("two", text.replaceAll("\n", "\r\n"))).toEqual(place);
  });
});
