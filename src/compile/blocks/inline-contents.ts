import type { Code, Nodes, PhrasingContent } from "mdast";

import type { Document } from "../source/document.ts";
import { extentOf } from "../source/extent.ts";
import { trimmed } from "../source/inline-cut.ts";
import { readInline } from "../source/inline-text.ts";
import type { Block } from "./block.ts";
import { isIndented } from "./indented-prose.ts";

/** Returns the inline contents of a block: of its paragraphs, its items, its cells. */
export function inlineContents(block: Nodes): readonly (readonly PhrasingContent[])[] {
  const contents: PhrasingContent[][] = [];
  const open: Nodes[] = [block];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
      contents.push(node.children);
    else if ("children" in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return contents;
}

/** Returns where the first word of some blocks stands, behind the marks of lists, quotes and code. */
export function firstWordIn(document: Document, blocks: readonly Block[]): number {
  for (const { node } of blocks) {
    const start = node.type === "code" ? firstWordOfCode(document, node) : firstWordOfText(document, node);
    if (start !== null) return start;
  }
  return blocks[0] === undefined ? 0 : extentOf(blocks[0].node).start;
}

function firstWordOfCode({ text }: Document, node: Code): number | null {
  const { start } = extentOf(node);
  const [word] = /\S+/.exec(node.value) ?? [];
  if (word === undefined) return null;
  return text.indexOf(word, isIndented(node, text) ? start : text.indexOf("\n", start));
}

function firstWordOfText(document: Document, node: Nodes): number | null {
  for (const nodes of inlineContents(node)) {
    const inline = readInline(nodes, document.text, []);
    const { from, to } = trimmed(inline, { from: 0, to: inline.text.length });
    if (from < to) return inline.starts[from] ?? null;
  }
  return null;
}
