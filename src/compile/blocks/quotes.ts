import type { Blockquote } from "mdast";

import { plainText } from "../plain-text.ts";
import type { Frame } from "../source/frame.ts";
import type { Block } from "./block.ts";

/** Returns the quotes that follow each other from an index on, up to a card mark; those that only draw attention (`[!NOTE]`) are none. */
export function quotesAt(blocks: readonly Block[], from: number): readonly Block[] {
  let to = from;
  for (
    let block = blocks[to];
    block !== undefined && block.mark === null && isPlainQuote(block);
    block = blocks[to]
  ) {
    to += 1;
  }
  return blocks.slice(from, to);
}

/** Returns what stands inside quotes; other blocks stay as they are. */
export function unquoted(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.node.type !== "blockquote") return [block];
    const frames: readonly Frame[] = [...block.frames, { kind: "quote" }];
    return block.node.children.map((node) => ({ node, frames, mark: null }));
  });
}

function isPlainQuote({ node }: Block): boolean {
  return node.type === "blockquote" && !drawsAttention(node);
}

function drawsAttention(quote: Blockquote): boolean {
  const [first] = quote.children;
  return first?.type === "paragraph" && /^\[!\w+\]/.test(plainText([first]));
}
