import type { List, ListItem } from "mdast";

import { extentOf } from "../source/extent.ts";
import { asks } from "../words/asks.ts";
import { blocksBetweenHeadings } from "./between-headings.ts";
import type { Block, Part } from "./block.ts";
import { withItems } from "./part-tasks.ts";
import { headOfItem } from "./rough-line.ts";

/** The parts of a document, its lists parted; and the items that are questions by their numbers. */
export interface SeriesReading {
  readonly parts: readonly Part[];
  readonly questions: ReadonlySet<ListItem>;
}

/** Shorter series are lists inside an answer. */
const FEWEST = 3;

/** One in so many of a series asks at least; the others are topics. */
const LEAST_SHARE = 3;

/** So many questions may be missing between two of a series. */
const WIDEST_GAP = 3;

/** From a question to the topic right below it in its list, numbers take such a step at most. */
const WIDEST_STEP = 2;

/**
 * Parts the ordered lists in which questions have run together with the lists of their answers: for the parser `3. Why?`
 * below `1.` and `2.` of an answer is their next item, whatever stands in front of it.
 */
export function partSeries(parts: readonly Part[], source: string): SeriesReading {
  const questions = questionsIn(parts, source);
  if (questions.size === 0) return { parts, questions };
  const parted = parts.flatMap((part): readonly Part[] =>
    part.type === "block" ? partBlock(part.block, questions, source) : [part],
  );
  return { parts: parted, questions };
}

function questionsIn(parts: readonly Part[], source: string): ReadonlySet<ListItem> {
  const items: ListItem[] = [];
  let above: Series = NONE;
  for (const blocks of blocksBetweenHeadings(parts)) {
    const candidates = blocks.flatMap(orderedItems);
    if (candidates.length === 0) continue;
    above = seriesIn(candidates, source, above);
    items.push(...above.items);
  }
  return new Set(items);
}

/** The questions of a section, and how many there are with those of the sections whose numbers they go on with. */
interface Series {
  readonly items: readonly ListItem[];
  readonly last: number;
  readonly length: number;
  readonly asking: number;
}

const NONE: Series = { items: [], last: 0, length: 0, asking: 0 };

/**
 * Returns the items that ask and are numbered one after the other, however many lists they stand in. Where they go on
 * with the numbers of the section above, whose items are questions, they may all be topics.
 */
function seriesIn(candidates: readonly NumberedItem[], source: string, above: Series): Series {
  const [first] = candidates;
  const begins = first === undefined || numberOf(first.item, source) !== above.last + 1;
  const before = begins ? NONE : above;
  const { items, last } = itemsBehind(before, candidates, source);
  const length = before.length + items.length;
  const asking = before.asking + items.filter(isAsking).length;
  const isAsked = asking >= FEWEST && (!begins || asking * LEAST_SHARE >= length);
  return isAsked ? { items, last, length, asking } : NONE;
}

/** Returns the items that go on with a series, and the number of the last. */
function itemsBehind(
  before: Series,
  candidates: readonly NumberedItem[],
  source: string,
): Pick<Series, "items" | "last"> {
  const items: ListItem[] = [];
  let { last } = before;
  for (const candidate of candidates) {
    const number = numberOf(candidate.item, source);
    const headOfSection = items.length === 0 && before.length > 0 && number === last + 1;
    if (!headOfSection && !goesOn(candidate, number, last, items.at(-1))) continue;
    items.push(candidate.item);
    last = number;
  }
  return { items, last };
}

/** Tells whether an item goes on with a series: it asks, or is among questions a topic with the next number. */
function goesOn(
  { item, above, below, alone }: NumberedItem,
  number: number,
  last: number,
  end: ListItem | undefined,
): boolean {
  const step = number - last;
  if (above !== undefined && above === end && step > 0 && step <= WIDEST_STEP) return true;
  if (step === 1 && (alone || leads(above, below))) return true;
  return follows(number, last) && isAsking(item);
}

/** Tells whether a topic stands at the head of questions: the first of a list, above one that asks. */
function leads(above: ListItem | undefined, below: ListItem | undefined): boolean {
  return above === undefined && below !== undefined && isAsking(below);
}

function isAsking(item: ListItem): boolean {
  return asks(headOfItem(item)?.text ?? "");
}

/** Tells whether a question's number may come after the last one's; 0 = there is none yet. */
function follows(number: number, last: number): boolean {
  return last === 0 || (number >= last && number <= last + WIDEST_GAP);
}

/** An item of an ordered list, with the ones around it, and whether the list has no other. */
interface NumberedItem {
  readonly item: ListItem;
  readonly above: ListItem | undefined;
  readonly below: ListItem | undefined;
  readonly alone: boolean;
}

/** Returns the items of a block that is an ordered list. */
function orderedItems({ node }: Block): readonly NumberedItem[] {
  if (node.type !== "list" || node.ordered !== true) return [];
  const alone = node.children.length === 1;
  return node.children.map((item, index, all) => ({
    item,
    above: all[index - 1],
    below: all[index + 1],
    alone,
  }));
}

/** Returns the number that is written in front of an item. */
function numberOf(item: ListItem, source: string): number {
  return Number.parseInt(source.slice(extentOf(item).start, extentOf(item).start + 9), 10);
}

function partBlock(block: Block, questions: ReadonlySet<ListItem>, source: string): readonly Part[] {
  const { node, frames } = block;
  const asking = orderedItems(block).filter(({ item }) => questions.has(item)).length;
  if (node.type !== "list" || asking === 0 || asking === node.children.length)
    return [{ type: "block", block }];
  return runsOf(node, questions).map((items, index) => {
    const start = items[0] === undefined ? 1 : numberOf(items[0], source);
    return {
      type: "block",
      block: { node: { ...withItems(node, items), start }, frames, mark: index === 0 ? block.mark : null },
    };
  });
}

/** Parts items where questions begin, and where they end. */
function runsOf({ children }: List, questions: ReadonlySet<ListItem>): readonly ListItem[][] {
  const runs: ListItem[][] = [];
  for (const [index, item] of children.entries()) {
    const above = children[index - 1];
    const isNew = above === undefined || questions.has(item) !== questions.has(above);
    if (isNew) runs.push([item]);
    else runs.at(-1)?.push(item);
  }
  return runs;
}
