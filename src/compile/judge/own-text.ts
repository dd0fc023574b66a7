import type { Block, Heading } from "../blocks/block.ts";
import { isPicture, trimBlocks } from "../blocks/blocks.ts";
import { holdOnlyLinks } from "../blocks/links.ts";
import type { Section } from "../blocks/outline.ts";
import type { Context } from "../forms/context.ts";
import type { Findings } from "../forms/found.ts";
import { leftOut } from "../forms/found.ts";
import { scan } from "../forms/scan.ts";
import { columnsOf } from "../forms/short-line.ts";
import { plainText } from "../plain-text.ts";
import { isQuestionLabel } from "../words/labels.ts";
import { headingNote } from "./heading-note.ts";

/** A sentence or two only lead up to the sections below. */
const FEWEST_BLOCKS = 2;
const FEWEST_COLUMNS = 160;

/**
 * Finds the note of what a topic says itself, above the cards that it holds: its sections, or what stands behind a
 * rule. A text that only leads up to these is left out.
 */
export function ownTextNote(context: Context, { heading, blocks }: Section, { notes }: Findings): Findings {
  const own = trimBlocks(blocks);
  const text = notes.length === 0 ? own : aboveRule(context, own);
  if (!saysEnough(heading, text)) return leftOut(context.document, heading, "holds-cards");
  return headingNote(context, heading, text);
}

/** Returns what stands above the first rule, if nothing there is a card. */
function aboveRule(context: Context, blocks: readonly Block[]): readonly Block[] {
  const rule = blocks.findIndex(({ node }) => node.type === "thematicBreak");
  const text = blocks.slice(0, Math.max(0, rule));
  return scan(context, text).notes.length === 0 ? text : [];
}

/** Tells whether a topic's own text says enough to be asked for. */
function saysEnough({ line }: Heading, own: readonly Block[]): boolean {
  if (isQuestionLabel(line.title)) return false;
  const text = own.filter((block) => !isPicture(block) && !holdOnlyLinks([block]));
  const last = text.at(-1);
  if (last === undefined || text.length < FEWEST_BLOCKS || leadsUp(last)) return false;
  return columnsOf(plainText(text.map(({ node }) => node))) >= FEWEST_COLUMNS;
}

/** Tells whether a paragraph announces what follows. */
function leadsUp({ node }: Block): boolean {
  return (
    node.type === "paragraph" &&
    /[:：]$|(?:以下|如下|下面)[^。]{0,12}[。]?$|\b(?:below|following)\b.{0,20}$/iu.test(plainText([node]))
  );
}
