import type { Block } from "../blocks/block.ts";
import { isPicture } from "../blocks/blocks.ts";
import type { Line } from "../blocks/line.ts";
import { readLine } from "../blocks/line.ts";
import { extentOf } from "../source/extent.ts";
import { asksByMark, isStatement } from "../words/asks.ts";
import { isAside, isCitation } from "../words/labels.ts";
import type { Context } from "./context.ts";

/** A short line fits into two lines of a terminal, a question may take four; a Chinese character takes two columns. */
const COLUMNS_TELLING = 120;
const COLUMNS_ASKING = 320;

/** Longer paragraphs aren't laid open. */
const LONGEST = 1200;

/** Returns a paragraph of one short line as a line; `null` if it is anything else, or says nothing by itself. */
export function shortLine(context: Context, block: Block | undefined): Line | null {
  if (block?.node.type !== "paragraph" || isPicture(block)) return null;
  const { start, end } = extentOf(block.node);
  if (end - start > LONGEST) return null;
  const line = readLine(context.document, block.node.children, block.frames);
  return saysSomething(line) && isShort(line) ? line : null;
}

function saysSomething({ title, text }: Line): boolean {
  return !title.includes("\n") && /\p{L}/u.test(text) && !isAside(text);
}

/** Tells whether a line is short for what it does; a long one with a question word, but without a mark, is prose. */
function isShort({ manner, text }: Line): boolean {
  const columns = columnsOf(text);
  if (columns <= COLUMNS_TELLING) return true;
  return columns <= COLUMNS_ASKING && (manner === "labelled" || asksByMark(text));
}

/** Tells whether a short line may be answered by what is quoted below it: it is no finished statement, and names no source. */
export function isOpen({ manner, text }: Line): boolean {
  return manner !== "tells" || (!isStatement(text) && !isCitation(text) && !leadsUp(text));
}

/** Tells whether a line has told something before it announces what follows: `It rusts. This is why:`. */
function leadsUp(text: string): boolean {
  return /[。！!；;].*[:：]$|[.]\s.*:$/u.test(text);
}

/** Returns how many columns of a terminal a text takes, roughly: a Chinese character takes two. */
export function columnsOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}
