import type { Code, Heading as HeadingNode, Html, List, ListItem, Paragraph, RootContent } from "mdast";

import type { Problem } from "../../base/problem.ts";
import type { CardMark } from "../marks/card-mark.ts";
import { readMarks } from "../marks/card-mark.ts";
import { markAlone } from "../marks/marks-alone.ts";
import type { Document } from "../source/document.ts";
import type { Frame } from "../source/frame.ts";
import { frameOf } from "../source/frame.ts";
import { placeInHtml } from "../source/place-in-html.ts";
import { reread } from "../source/reread.ts";
import type { Block, Part } from "./block.ts";
import { drawnRule } from "./drawn-rule.ts";
import type { HeadingStyle } from "./html-headings.ts";
import { asMarkdownHeading, headingStyleOf } from "./html-headings.ts";
import { isIndented, isMissedItem, isProse } from "./indented-prose.ts";
import { readLine } from "./line.ts";
import { nestedItems, nestsQuestions } from "./nested-questions.ts";
import { partHtml } from "./part-html.ts";
import { partSeries } from "./part-series.ts";
import { partTasks } from "./part-tasks.ts";
import { slippedHeading } from "./slipped-heading.ts";
import { tightHeadings } from "./tight-headings.ts";
import { isUnderlinedProse } from "./underlined-prose.ts";

/** The parts of a document, and what is wrong with the card marks between them. */
export interface PartsReading {
  readonly parts: readonly Part[];
  /** The items of lists that are questions by their numbers. */
  readonly questions: ReadonlySet<ListItem>;
  readonly problems: readonly Problem[];
}

interface Draft {
  readonly document: Document;
  readonly parts: Part[];
  readonly problems: Problem[];
  readonly questions: Set<ListItem>;
  readonly headings: HeadingStyle;
  /** The mark that waits for the part below it. */
  mark: CardMark | null;
  /** How high the headings of the list items above rank; `null` if none are above. */
  items: number | null;
}

const NO_FRAMES: readonly Frame[] = [];

/** How far code is indented, in columns. */
const CODE_INDENT = 4;

/** Reads the parts of a document: its headings, those at the beginning of list items too, and what stands between them. */
export function readParts(document: Document): PartsReading {
  const headings = headingStyleOf(document.root, document.text);
  const draft: Draft = {
    document,
    headings,
    parts: [],
    problems: [],
    questions: new Set(),
    mark: null,
    items: null,
  };
  readNodes(document.root.children, NO_FRAMES, draft);
  if (draft.mark !== null) draft.problems.push(markAlone(draft.mark.place));
  const { parts, questions } = partSeries(draft.parts, document.text);
  return { parts, questions: new Set([...draft.questions, ...questions]), problems: draft.problems };
}

function readNodes(nodes: readonly RootContent[], frames: readonly Frame[], draft: Draft): void {
  let last: RootContent | null = null;
  for (const node of nodes) {
    if (last?.type === "code" && isMissedItem(node, last, draft.document.text)) {
      readNodes(reread(draft.document.text, node, 0), frames, draft);
    } else {
      readNode(node, frames, draft);
    }
    last = node;
  }
}

function readNode(node: RootContent, frames: readonly Frame[], draft: Draft): void {
  switch (node.type) {
    case "yaml":
    case "definition":
    case "footnoteDefinition":
      return;
    case "html":
      return readHtml(node, frames, draft);
    case "heading":
      return addHeading(node, frames, null, draft);
    case "list":
      return readList(node, frames, draft);
    case "code":
      return readCode(node, frames, draft);
    case "paragraph":
      return readParagraph(node, frames, draft);
    default:
      return addBlock(node, frames, draft);
  }
}

function readParagraph(node: Paragraph, frames: readonly Frame[], draft: Draft): void {
  const nodes = frames.length === 0 ? tightHeadings(node, draft.document.text) : null;
  if (nodes === null) addBlock(drawnRule(node) ?? node, frames, draft);
  else readNodes(nodes, frames, draft);
}

function readHtml(node: Html, frames: readonly Frame[], draft: Draft): void {
  const { text } = draft.document;
  if (frames.length > 0) return readTags(node, frames, draft);
  for (const { kind, html } of partHtml(node, text, draft.headings)) {
    if (kind === "tags") readTags(html, frames, draft);
    else readNodes(reread(text, html, 0, kind === "heading" ? asMarkdownHeading : String), frames, draft);
  }
}

function readTags(node: Html, frames: readonly Frame[], draft: Draft): void {
  const readings = readMarks(node.value, (index) => placeInHtml(draft.document, node, index));
  for (const { mark, problems } of readings) {
    if (draft.mark !== null) draft.problems.push(markAlone(draft.mark.place));
    draft.mark = mark;
    draft.problems.push(...problems);
  }
  if (readings.length === 0) addBlock(node, frames, draft);
}

function readCode(node: Code, frames: readonly Frame[], draft: Draft): void {
  const { text } = draft.document;
  if (!isIndented(node, text) || !isProse(node)) return addBlock(node, frames, draft);
  const width = (node.position?.start.column ?? 1) - 1 + CODE_INDENT;
  readNodes(reread(text, node, width), [...frames, { kind: "item", width: CODE_INDENT }], draft);
}

function readList(list: List, frames: readonly Frame[], draft: Draft): void {
  if (list.children.some((item) => item.children[0]?.type === "heading"))
    return readItems(list, frames, draft);
  const top = frames.length === 0;
  if (top && nestsQuestions(list)) return readTopics(list, draft);
  const slip = top ? slippedHeading(list) : null;
  for (const part of partTasks(slip?.list ?? list)) addBlock(part, frames, draft);
  if (slip !== null) readNodes(slip.behind, [frameOf(slip.item, frames)], draft);
}

function readTopics(list: List, draft: Draft): void {
  for (const item of list.children.flatMap(nestedItems)) draft.questions.add(item);
  readItems(list, NO_FRAMES, draft);
}

function readItems(list: List, frames: readonly Frame[], draft: Draft): void {
  for (const [index, item] of list.children.entries()) {
    const inner = [...frames, frameOf(item, frames)];
    const [first, ...rest] = item.children;
    if (first?.type === "heading") {
      const number = list.ordered === true ? String((list.start ?? 1) + index) : null;
      draft.items = null;
      addHeading(first, inner, number, draft);
      draft.items = first.depth;
    } else if (first !== undefined) {
      readNode(first, inner, draft);
    }
    readNodes(rest, inner, draft);
  }
}

/** Adds a heading; `number` is that of the list item which it begins. */
function addHeading(node: HeadingNode, frames: readonly Frame[], number: string | null, draft: Draft): void {
  const line = readLine(draft.document, node.children, frames);
  if (line.title === "" || isUnderlinedProse(node, line, draft.document.text)) {
    return addBlock({ ...node, type: "paragraph" }, frames, draft);
  }
  const numbering = line.numbering ?? (number === null ? null : { number, length: 0, style: "item" });
  const rank = rankOf(node, draft);
  draft.parts.push({
    type: "heading",
    heading: { rank, line: { ...line, numbering }, block: take(node, frames, draft) },
  });
}

/** Returns how high a heading ranks: one that is indented stands inside the item above, however it is written. */
function rankOf({ depth, position }: HeadingNode, draft: Draft): number {
  const indented = (position?.start.column ?? 1) > 1;
  if (!indented) draft.items = null;
  return draft.items === null || depth > draft.items ? depth : draft.items + 0.5;
}

function addBlock(node: RootContent, frames: readonly Frame[], draft: Draft): void {
  draft.parts.push({ type: "block", block: take(node, frames, draft) });
}

/** Returns a node as a block, with the mark that waited for it. */
function take(node: RootContent, frames: readonly Frame[], draft: Draft): Block {
  const { mark } = draft;
  draft.mark = null;
  return { node, frames, mark };
}
