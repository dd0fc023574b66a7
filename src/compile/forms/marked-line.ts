import type { Block } from "../blocks/block.ts";
import { linesOf } from "../blocks/line.ts";
import { readInline } from "../source/inline-text.ts";
import type { Context } from "./context.ts";
import type { Step } from "./found.ts";
import { noteOfLines } from "./note-of-lines.ts";

/** Finds the note of a card mark above any paragraph: its first line asks, what follows answers. */
export function markedLine(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  if (block === undefined || block.mark === null || block.node.type !== "paragraph") return null;
  const inline = readInline(block.node.children, context.document.text, block.frames);
  const note = noteOfLines(context, inline, linesOf(inline), block.mark);
  return note === null ? null : { findings: { notes: [note], problems: [] }, next: at + 1, end: "open" };
}
