import type { List, ListItem } from "mdast";

import { extentOf } from "../source/extent.ts";
import { asks } from "../words/asks.ts";
import type { Block, Part } from "./block.ts";
import { withItems } from "./part-tasks.ts";
import { headOfItem } from "./rough-line.ts";

/** Shorter series are lists inside an answer. */
const FEWEST = 3;

/** So many questions may be missing between two of a series. */
const WIDEST_GAP = 3;

/**
 * Parts the ordered lists in which questions have run together with the lists of their answers: for the parser `3. Why?`
 * below `1.` and `2.` of an answer is their next item, whatever stands in front of it.
 */
export function partSeries(parts: readonly Part[], source: string): readonly Part[] {
  const questions = questionsIn(parts, source);
  if (questions.size === 0) return parts;
  return parts.flatMap((part): readonly Part[] =>
    part.type === "block" ? partBlock(part.block, questions, source) : [part],
  );
}

function questionsIn(parts: readonly Part[], source: string): ReadonlySet<ListItem> {
  const sections: Block[][] = [[]];
  for (const part of parts) {
    if (part.type === "heading") sections.push([]);
    else sections.at(-1)?.push(part.block);
  }
  return new Set(sections.flatMap((blocks) => seriesIn(blocks, source)));
}

/** Returns the items that ask and are numbered one after the other, however many lists they stand in. */
function seriesIn(blocks: readonly Block[], source: string): readonly ListItem[] {
  const series: ListItem[] = [];
  let last = 0;
  for (const { item, above } of blocks.flatMap(orderedItems)) {
    const number = numberOf(item, source);
    // Among questions a topic with the next number is one, too.
    const isNext = number === last + 1 && above !== undefined && above === series.at(-1);
    if (!isNext && !(follows(number, last) && asks(headOfItem(item)?.text ?? ""))) continue;
    series.push(item);
    last = number;
  }
  return series.length < FEWEST ? [] : series;
}

/** Tells whether a question's number may come after the last one's; 0 = there is none yet. */
function follows(number: number, last: number): boolean {
  return last === 0 || (number >= last && number <= last + WIDEST_GAP);
}

/** Returns the items of a block that is an ordered list, each with the one above it. */
function orderedItems({
  node,
}: Block): readonly { readonly item: ListItem; readonly above: ListItem | undefined }[] {
  if (node.type !== "list" || node.ordered !== true) return [];
  return node.children.map((item, index) => ({ item, above: node.children[index - 1] }));
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
