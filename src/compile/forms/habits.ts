import type { List, ListItem } from "mdast";

import type { Block, Part } from "../blocks/block.ts";
import { headOfItem, roughLines } from "../blocks/rough-line.ts";
import { tidy } from "../plain-text.ts";
import { asks } from "../words/asks.ts";
import { boldChapters } from "./bold-chapters.ts";
import { boldLeads } from "./bold-leads.ts";
import type { Habits } from "./context.ts";
import { listsQuestions } from "./lists-of-lines.ts";
import { paragraphsAsk } from "./plain-form.ts";
import { boldNumber, isAnswered, stylesIn } from "./prompt-lines.ts";
import { risingNumbers } from "./rising-numbers.ts";

/** What occurs twice is a habit. */
const ENOUGH = 2;

/** Returns how a file is written, as far as its parts tell. */
export function habitsOf(parts: readonly Part[], questions: ReadonlySet<ListItem>): Habits {
  const headings = parts.flatMap((part) => (part.type === "heading" ? [part.heading.line] : []));
  const lines = new Set(parts.flatMap((part) => (part.type === "block" ? numberedLineOf(part) : [])));
  const repeated = headings.filter((line) => line.numbering !== null && lines.has(line.title));
  return {
    numbers: repeated.length >= ENOUGH ? "shown" : "hidden",
    prompts: promptStyles(parts),
    items: goOnBelow(parts, questions) ? "open" : "closed",
    questions,
    chapters: boldChapters(parts),
    leads: boldLeads(parts),
    paragraphs: paragraphsAsk(parts) ? "questions" : "text",
    bullets: bulletsAsk(parts) ? "questions" : "points",
    lists: listsQuestions(parts) ? "questions" : "points",
    headings: new Set(headings.map((line) => line.text)),
    aspects: repeatedIn(headings.map((line) => line.text)),
  };
}

/** Tells whether the numbers of questions go on behind other blocks: these then belong to the answers. */
function goOnBelow(parts: readonly Part[], questions: ReadonlySet<ListItem>): boolean {
  let times = 0;
  let last: number | null = null;
  let between = 0;
  for (const part of parts) {
    const list = part.type === "block" ? questionsIn(part.block, questions) : null;
    if (part.type === "heading") last = null;
    else if (list === null) between += 1;
    if (list === null) continue;
    if (last !== null && between > 0 && list.start === last + 1) times += 1;
    [last, between] = [(list.start ?? 1) + list.children.length - 1, 0];
  }
  return times >= 1;
}

/** Returns a block that is an ordered list with a question at its end. */
function questionsIn({ node }: Block, questions: ReadonlySet<ListItem>): List | null {
  const item = node.type === "list" && node.ordered === true ? node.children.at(-1) : undefined;
  if (node.type !== "list" || item === undefined) return null;
  return questions.has(item) || asks(headOfItem(item)?.text ?? "") ? node : null;
}

/** How many bullets have to ask and to be answered, inside or by the code below them, so that all are questions and topics. */
interface Shares {
  readonly fewest: number;
  readonly asking: number;
  readonly answered: number;
}

/** Below headings bullets are for points, unless most of them ask; a file that is nothing but answered bullets asks them. */
const BELOW_HEADINGS: Shares = { fewest: 5, asking: 2 / 3, answered: 1 / 3 };
const ALONE: Shares = { fewest: 3, asking: 1 / 6, answered: 3 / 5 };

/** Tells whether the bullets that stand in nothing else are questions. */
function bulletsAsk(parts: readonly Part[]): boolean {
  const shares = parts.some((part) => part.type === "heading") ? BELOW_HEADINGS : ALONE;
  const items = parts.flatMap((part) => (part.type === "block" ? bulletsIn(part.block) : []));
  if (!enoughAsk(items, shares)) return false;
  const above = parts.filter((part, at) => isBullets(part) && isCode(parts[at + 1]));
  return items.filter(isAnswered).length + above.length >= items.length * shares.answered;
}

/** Most lists are for points: one stops looking as soon as too many have been found. */
function enoughAsk(items: readonly ListItem[], { fewest, asking }: Shares): boolean {
  const most = items.length - Math.max(fewest, items.length * asking);
  let points = 0;
  return (
    most >= 0 &&
    items.every((item) => {
      if (!asks(headOfItem(item)?.text ?? "")) points += 1;
      return points <= most;
    })
  );
}

function isBullets(part: Part): boolean {
  return part.type === "block" && bulletsIn(part.block).length > 0;
}

function isCode(part: Part | undefined): boolean {
  return part?.type === "block" && part.block.node.type === "code";
}

function bulletsIn({ node, frames }: Block): readonly ListItem[] {
  return node.type === "list" && node.ordered !== true && frames.length === 0 ? node.children : [];
}

/** A heading that occurs so often is said of one topic after the other. */
const OFTEN = 3;

function repeatedIn(texts: readonly string[]): ReadonlySet<string> {
  const groups = Map.groupBy(texts, (text) => text);
  return new Set([...groups].flatMap(([text, all]) => (all.length >= OFTEN ? [text] : [])));
}

/** Returns the ways of setting lines apart that ask more than once, and mostly. */
function promptStyles(parts: readonly Part[]): ReadonlySet<string> {
  const counts = new Map<string, { asking: number; telling: number }>();
  for (const part of parts) {
    if (part.type === "heading") continue;
    for (const { style, asks: isAsking } of stylesIn(part.block.node)) {
      const count = counts.get(style) ?? { asking: 0, telling: 0 };
      if (isAsking) count.asking += 1;
      else count.telling += 1;
      counts.set(style, count);
    }
  }
  const styles = [...counts].flatMap(([style, { asking, telling }]) =>
    asking >= ENOUGH && asking >= telling ? [style] : [],
  );
  return new Set([...styles, ...risingNumbers(parts).map(boldNumber)]);
}

function numberedLineOf({ block: { node } }: Extract<Part, { type: "block" }>): readonly string[] {
  if (node.type !== "paragraph") return [];
  return roughLines(node).flatMap(({ style, title }) => (style === null ? [] : [tidy(title)]));
}
