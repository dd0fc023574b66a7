import type { Paragraph, RootContent } from "mdast";

import type { Block, Part } from "../blocks/block.ts";
import { isFooter } from "../blocks/blocks.ts";
import { headOfItem, roughLines } from "../blocks/rough-line.ts";
import { asks } from "../words/asks.ts";

/** One line in bold type above a question is a part of the answer before it. */
const FEWEST = 2;

/** Returns the lines in bold type that stand above questions as headings do: most of such lines in a file have to. */
export function boldChapters(parts: readonly Part[]): ReadonlySet<RootContent> {
  const blocks = parts.flatMap((part) => (part.type === "block" ? [part.block] : []));
  const lines = blocks.flatMap((block, index) =>
    isBoldTopic(block.node) && !isFooter(block)
      ? [{ node: block.node, below: contentBehind(blocks, index) }]
      : [],
  );
  const chapters = lines.filter(({ below }) => below !== undefined && beginsAsking(below));
  const enough = chapters.length >= FEWEST && chapters.length * 2 >= lines.length;
  return new Set(enough ? chapters.map(({ node }) => node) : []);
}

function contentBehind(blocks: readonly Block[], index: number): RootContent | undefined {
  return blocks.slice(index + 1).find((block) => !isFooter(block))?.node;
}

function isBoldTopic(node: RootContent): node is Paragraph {
  if (node.type !== "paragraph" || node.children[0]?.type !== "strong") return false;
  const [line, ...others] = roughLines(node);
  return node.children.length === 1 && others.length === 0 && line !== undefined && !asks(line.text);
}

/** Tells whether a block is a list in order that begins with a question. */
function beginsAsking(node: RootContent): boolean {
  const [first] = node.type === "list" && node.ordered === true ? node.children : [];
  return first !== undefined && asks(headOfItem(first)?.text ?? "");
}
