import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import { lineOf, linesOf } from "../blocks/line.ts";
import { cutInline } from "../blocks/passage.ts";
import { readInline } from "../source/inline-text.ts";
import type { Context } from "./context.ts";
import type { Step } from "./found.ts";
import { questionIn } from "./found.ts";
import { promptOf } from "./prompt.ts";

/** Finds the note of a card mark above any paragraph: its first line asks, what follows answers. */
export function markedLine(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  if (block === undefined || block.mark === null || block.node.type !== "paragraph") return null;
  const inline = readInline(block.node.children, context.document.text, block.frames);
  const [head, ...rest] = linesOf(inline);
  if (head === undefined) return null;
  const [first, last] = [rest[0], rest.at(-1)];
  const answer: ContentPart[] = [];
  if (first !== undefined && last !== undefined) {
    const passage = cutInline(context.document, inline, { from: first.from, to: last.to });
    answer.push({ type: "lines", passage });
  }
  const prompt = promptOf(context, lineOf(inline, head));
  const note = questionIn(context, { prompt, answer, mark: block.mark });
  return { findings: { notes: [note], problems: [] }, next: at + 1, end: "open" };
}
