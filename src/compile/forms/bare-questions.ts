import type { List, ListItem } from "mdast";

import type { Block } from "../blocks/block.ts";
import type { Line } from "../blocks/line.ts";
import { readLine } from "../blocks/line.ts";
import { readLinks } from "../blocks/links.ts";
import { headOfItem } from "../blocks/rough-line.ts";
import type { Frame } from "../source/frame.ts";
import { frameOf } from "../source/frame.ts";
import { isQuestion } from "../words/asks.ts";
import type { Context } from "./context.ts";
import type { Findings, Step } from "./found.ts";
import { allOf, answerMissing } from "./found.ts";
import { asksInLists, isListOfLines } from "./lists-of-lines.ts";
import { promptOf } from "./prompt.ts";
import { shortLine } from "./short-line.ts";

/** A single question in a paragraph of its own is a figure of speech; several are a list. */
const FEWEST_PARAGRAPHS = 2;

/** Longer rows of questions are read in parts. */
const MOST_BLOCKS = 100;

/** Finds questions that nobody has answered yet: a list of them, or one paragraph after the other. */
export function bareQuestions(context: Context, blocks: readonly Block[], at: number): Step | null {
  const lines: Line[] = [];
  let next = at;
  for (const block of blocks.slice(at, at + MOST_BLOCKS)) {
    const asked = block.mark === null || next === at ? questionsIn(context, block) : [];
    if (asked.length === 0) break;
    for (const line of asked) lines.push(line);
    next += 1;
  }
  const fewest = blocks[at]?.node.type === "paragraph" ? FEWEST_PARAGRAPHS : 1;
  if (lines.length < fewest) return null;
  const findings = allOf(lines.map((line) => answerMissing(promptOf(context, line))));
  return { findings, next, end: "closed" };
}

/** Returns what is missing in a body that is nothing but lists of questions, not all of which look like one; `null` if it is anything else. */
export function questionsOnly(context: Context, body: readonly Block[]): Findings | null {
  const lists = body.filter((block) => block.node.type !== "thematicBreak");
  if (!asksInLists(lists) && !(context.habits.lists === "questions" && lists.every(isListOfLines)))
    return null;
  const lines = lists.flatMap((block) => linesIn(context, block));
  const asking = lines.filter(({ manner }) => manner !== "tells");
  return allOf(asking.map((line) => answerMissing(promptOf(context, line))));
}

function linesIn(context: Context, { node, frames }: Block): readonly Line[] {
  const items = node.type === "list" ? node.children : [];
  return items.flatMap((item) => lineOfItem(context, item, frames) ?? []);
}

/** Returns an item that is one line as a line. */
function lineOfItem(context: Context, item: ListItem, frames: readonly Frame[]): Line | null {
  const [first] = item.children;
  if (first?.type !== "paragraph") return null;
  const line = readLine(context.document, first.children, [...frames, frameOf(item, frames)]);
  return line.title.includes("\n") ? null : line;
}

function questionsIn(context: Context, block: Block): readonly Line[] {
  const { node, frames } = block;
  if (node.type === "list") return askingItems(context, node, frames);
  const line = shortLine(context, block);
  return line !== null && isQuestion(line.text) && !context.habits.headings.has(line.text) ? [line] : [];
}

/** Returns the items of a list that ask, if most of them do and none says more than that. */
function askingItems({ document, habits }: Context, list: List, frames: readonly Frame[]): readonly Line[] {
  const asking = list.children.filter((item) => {
    const head = headOfItem(item);
    return (
      head !== null && item.children.length === 1 && isQuestion(head.text) && !habits.headings.has(head.text)
    );
  });
  const entries = asking.filter((item) => readLinks(item).links.length > 0);
  if (asking.length * 2 < list.children.length || entries.length > 0) return [];
  return asking.flatMap((item) => {
    const [first] = item.children;
    return first?.type === "paragraph"
      ? readLine(document, first.children, [...frames, frameOf(item, frames)])
      : [];
  });
}
