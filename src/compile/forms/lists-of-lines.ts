import type { ListItem } from "mdast";

import { blocksBetweenHeadings } from "../blocks/between-headings.ts";
import type { Block, Part } from "../blocks/block.ts";
import { isFooter } from "../blocks/blocks.ts";
import { holdOnlyLinks } from "../blocks/links.ts";
import { headOfItem } from "../blocks/rough-line.ts";
import { asks, isStatement } from "../words/asks.ts";
import { columnsOf } from "./short-line.ts";

/** Fewer questions, or a smaller share of them, are rhetorical; bullets are for points, so that more of them have to ask. */
const FEWEST_ITEMS = 2;
const LEAST_SHARE = { ordered: 1 / 3, bullets: 1 / 2 };

/** What a question says behind its mark is a part of it up to so many columns. */
const LONGEST_QUESTION = 80;

/** Fewer sections that are lists of questions say nothing about the others. */
const FEWEST_SECTIONS = 3;

/** Tells whether blocks are lists each item of which is one line, and enough of these ask. */
export function asksInLists(lists: readonly Block[]): boolean {
  if (lists.length === 0 || !lists.every(isListOfLines)) return false;
  const ordered = lists.every(({ node }) => node.type === "list" && node.ordered === true);
  const items = lists.flatMap(itemsOf);
  const asking = items.filter((item) => asksOnly(headOfItem(item)?.text ?? "")).length;
  const share = ordered ? LEAST_SHARE.ordered : LEAST_SHARE.bullets;
  return asking >= FEWEST_ITEMS && asking >= items.length * share;
}

/** Tells whether a line asks, and tells nothing behind that: `It may break. Who mends it then? That takes time.` is prose. */
function asksOnly(line: string): boolean {
  const tail = /[?？][^?？]*$/u.exec(line)?.[0].slice(1).trim() ?? "";
  return asks(line) && !(columnsOf(line) > LONGEST_QUESTION && isStatement(tail) && !asks(tail));
}

/** Tells whether a block is a list each item of which is one line, with nothing but links below it. */
export function isListOfLines(block: Block): boolean {
  return block.node.type === "list" && block.node.children.every(isLine);
}

/** Tells whether most of a file's sections that are lists of lines are lists of questions: then so are the others. */
export function listsQuestions(parts: readonly Part[]): boolean {
  const lists = blocksBetweenHeadings(parts)
    .map(listsOnly)
    .filter((each) => each.length > 0);
  const asking = lists.filter(asksInLists);
  return asking.length >= FEWEST_SECTIONS && asking.length * 2 >= lists.length;
}

/** Returns the lists of lines of a section; none if it holds anything else. */
function listsOnly(blocks: readonly Block[]): readonly Block[] {
  const lists = blocks.filter(({ node }) => node.type === "list");
  const others = blocks.some((block) => block.node.type !== "list" && !isFooter(block));
  return !others && lists.every(isListOfLines) ? lists : [];
}

function itemsOf({ node }: Block): readonly ListItem[] {
  return node.type === "list" ? node.children : [];
}

function isLine({ children, checked }: ListItem): boolean {
  const [first, ...others] = children;
  if (first?.type !== "paragraph" || typeof checked === "boolean") return false;
  const { start, end } = first.position ?? { start: { line: 0 }, end: { line: 0 } };
  const links = others.map((node) => ({ node, frames: [], mark: null }));
  return start.line === end.line && (links.length === 0 || holdOnlyLinks(links));
}
