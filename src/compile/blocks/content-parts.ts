import type { Document } from "../source/document.ts";
import type { Block } from "./block.ts";
import { contentAmong } from "./blocks.ts";
import { holdOnlyLinks, leadsElsewhere } from "./links.ts";
import type { Passage } from "./passage.ts";
import { cutBlocks, joinPassages } from "./passage.ts";

/** A part of a prompt or of an answer: some lines out of a paragraph, or a whole block. */
export type ContentPart =
  | { readonly type: "lines"; readonly passage: Passage }
  | { readonly type: "block"; readonly block: Block };

/** Returns blocks as parts. */
export function partsOf(blocks: readonly Block[]): readonly ContentPart[] {
  return blocks.map((block) => ({ type: "block", block }));
}

/** Returns parts without what is no content at their beginning and at their end. */
export function trimParts(parts: readonly ContentPart[]): readonly ContentPart[] {
  const said = parts.filter((part) => part.type === "block" || part.passage.words !== "");
  const { from, to } = contentAmong(said.length, (index) => {
    const part = said[index];
    return part?.type === "block" ? part.block : undefined;
  });
  return said.slice(from, to);
}

/** Tells whether parts answer nothing by themselves: they are empty, or lead elsewhere. */
export function leadsNowhere(parts: readonly ContentPart[]): boolean {
  if (parts.some((part) => part.type === "lines" && !leadsElsewhere(part.passage.content.markdown)))
    return false;
  const blocks = blocksIn(parts);
  return blocks.length === 0 || holdOnlyLinks(blocks);
}

/** Returns the whole blocks among parts. */
export function blocksIn(parts: readonly ContentPart[]): readonly Block[] {
  return parts.flatMap((part) => (part.type === "block" ? [part.block] : []));
}

/** Cuts parts out as one passage; there has to be at least one. */
export function cutParts(document: Document, parts: readonly ContentPart[]): Passage {
  const passages: Passage[] = [];
  let run: Block[] = [];
  for (const part of parts) {
    if (part.type === "block") {
      run.push(part.block);
      continue;
    }
    if (run.length > 0) passages.push(cutBlocks(document, run));
    run = [];
    passages.push(part.passage);
  }
  if (run.length > 0 || passages.length === 0) passages.push(cutBlocks(document, run));
  const [first, ...rest] = passages;
  return first === undefined ? cutBlocks(document, []) : joinPassages(first, ...rest);
}
