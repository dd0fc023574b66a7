import type { Block } from "../blocks/block.ts";
import { inlineContents } from "../blocks/inline-contents.ts";
import type { Document } from "../source/document.ts";
import type { Extent } from "../source/extent.ts";
import { extentOf } from "../source/extent.ts";
import { readInline } from "../source/inline-text.ts";
import type { Context } from "./context.ts";
import type { Step } from "./found.ts";
import type { HiddenPiece } from "./hidden-pieces.ts";
import { hiddenPieces } from "./hidden-pieces.ts";

/** A hidden piece with what it takes of the source, and as plain text with its marks. */
export interface PlacedPiece extends HiddenPiece {
  readonly extent: Extent;
  readonly marked: string;
}

/** Finds a block with hidden pieces: a paragraph, a list, a quote, a table. One piece that is all of a paragraph is only highlighted: nothing asks for it. */
export function clozeForm(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  if (block === undefined) return null;
  const pieces = piecesHiddenIn(context.document, [block]);
  return pieces.length === 0 || isAllOf(context.document, block, pieces) ? null : clozeOf(context, block, at);
}

/** Finds a block that a card mark calls a cloze; whether it hides anything is seen later. */
export function markedCloze(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  return block === undefined || block.mark === null ? null : clozeOf(context, block, at);
}

function clozeOf({ trail }: Context, block: Block, at: number): Step {
  const note = { form: "cloze", content: [block], mark: block.mark, trail } as const;
  return { findings: { notes: [note], problems: [] }, next: at + 1, end: "closed" };
}

/** Tells whether a paragraph is one highlighted piece and nothing else. */
function isAllOf({ text }: Document, { node }: Block, [piece, ...others]: readonly PlacedPiece[]): boolean {
  if (node.type !== "paragraph" || piece === undefined || others.length > 0) return false;
  const { start, end } = extentOf(node);
  // Braces hide on purpose.
  if (text.slice(start, end).includes("{{")) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(start, piece.extent.start) + text.slice(piece.extent.end, end));
}

/** Returns the pieces that are hidden in some blocks, in their order. */
export function piecesHiddenIn(document: Document, blocks: readonly Block[]): readonly PlacedPiece[] {
  return blocks.flatMap(({ node, frames }) => {
    const { start, end } = extentOf(node);
    if (!/==|\{\{/.test(document.text.slice(start, end))) return [];
    return inlineContents(node).flatMap((nodes) => {
      const inline = readInline(nodes, document.text, frames);
      return hiddenPieces(inline).map((piece) => ({
        ...piece,
        extent: { start: inline.starts[piece.from] ?? start, end: inline.ends[piece.to - 1] ?? start },
        marked: inline.text.slice(piece.from, piece.to),
      }));
    });
  });
}
