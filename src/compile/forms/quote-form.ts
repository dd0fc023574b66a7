import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import { leadsNowhere, partsOf, trimParts } from "../blocks/content-parts.ts";
import type { Line } from "../blocks/line.ts";
import { quotesAt, unquoted } from "../blocks/quotes.ts";
import type { Context } from "./context.ts";
import type { Step } from "./found.ts";
import { questionIn } from "./found.ts";
import { promptOf } from "./prompt.ts";
import { isOpen, shortLine } from "./short-line.ts";

/** Finds a short line that is answered by the quote below it. */
export function quoteForm(context: Context, blocks: readonly Block[], at: number): Step | null {
  if (blocks[at + 1]?.node.type !== "blockquote") return null;
  const line = shortLine(context, blocks[at]);
  if (line === null || !isOpen(line)) return null;
  const quotes = quotesAt(blocks, at + 1);
  const answer = trimParts(partsOf(unquoted(quotes)));
  if (leadsNowhere(answer) || introduces(line, answer[0])) return null;
  const note = questionIn(context, {
    prompt: promptOf(context, line),
    answer,
    mark: blocks[at]?.mark ?? null,
  });
  return { findings: { notes: [note], problems: [] }, next: at + 1 + quotes.length, end: "closed" };
}

/** Tells whether a line belongs to a list, which it doesn't ask for: `The steps are:`. */
function introduces(line: Line, first: ContentPart | undefined): boolean {
  return /[:：]$/.test(line.text) && first?.type === "block" && first.block.node.type === "list";
}
