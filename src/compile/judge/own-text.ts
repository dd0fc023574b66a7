import type { Block, Heading } from "../blocks/block.ts";
import { isPicture, trimBlocks } from "../blocks/blocks.ts";
import { holdOnlyLinks } from "../blocks/links.ts";
import type { Section } from "../blocks/outline.ts";
import { headOfItem } from "../blocks/rough-line.ts";
import type { Context } from "../forms/context.ts";
import type { Findings } from "../forms/found.ts";
import { leftOut } from "../forms/found.ts";
import { scan } from "../forms/scan.ts";
import { columnsOf } from "../forms/short-line.ts";
import { plainText } from "../plain-text.ts";
import { asks } from "../words/asks.ts";
import { isQuestionLabel } from "../words/labels.ts";
import { headingNote } from "./heading-note.ts";

/** A sentence or two only lead up to the sections below; what is parted says more. */
const FEWEST_COLUMNS = 160;
const FEWEST_COLUMNS_OF_PARTS = 120;

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
  const [first, ...others] = text;
  const last = text.at(-1);
  if (first === undefined || last === undefined || leadsUp(last)) return false;
  if (others.length === 0 && !isTextOfItsOwn(first)) return false;
  const fewest = others.length === 0 ? FEWEST_COLUMNS : FEWEST_COLUMNS_OF_PARTS;
  return columnsOf(plainText(text.map(({ node }) => node))) >= fewest;
}

/** Tells whether the only block above sections says something itself: it doesn't list what they answer, or speak of them. */
function isTextOfItsOwn({ node }: Block): boolean {
  if (node.type !== "list") return !SPEAKS_OF_SECTIONS.test(plainText([node]));
  const asking = node.children.filter((item) => asks(headOfItem(item)?.text ?? ""));
  return asking.length * 2 < node.children.length;
}

const SPEAKS_OF_SECTIONS =
  /^(?:(?:these|this|here|the following|in this|below)\b.{0,80}\b(?:questions?|sections?|series|chapter|part|topics?|notes?|guide)\b|(?:now,? )?(?:we(?:['’]ll| will| are going)|let['’]s)\b|接下来|本[节章文篇]|这一?[节章])/iu;

/** Tells whether a paragraph announces what follows. */
function leadsUp({ node }: Block): boolean {
  return (
    node.type === "paragraph" &&
    /[:：]$|(?:以下|如下|下面)[^。]{0,12}[。]?$|\b(?:below|following)\b.{0,20}$/iu.test(plainText([node]))
  );
}
