import type { List, ListItem } from "mdast";

import type { Block, Part } from "../blocks/block.ts";
import { repeatedIn } from "../blocks/repeated-in.ts";
import { headOfItem, roughLines } from "../blocks/rough-line.ts";
import { tidy } from "../plain-text.ts";
import { asks } from "../words/asks.ts";
import { boldChapters } from "./bold-chapters.ts";
import { boldLeads } from "./bold-leads.ts";
import { boldLinesAreTopics } from "./bold-topics.ts";
import { bulletsAsk } from "./bullets-that-ask.ts";
import type { Habits } from "./context.ts";
import { foldsAsk } from "./folds.ts";
import { listsQuestions } from "./lists-of-lines.ts";
import { topicsInLists } from "./lists-of-topics.ts";
import { askingParagraphs } from "./plain-form.ts";
import { stylesIn } from "./prompt-lines.ts";
import { quotesAsk } from "./quoted-questions.ts";
import { risingNumbers } from "./rising-numbers.ts";
import { numbersOfTopics } from "./sections-of-topics.ts";

/** What occurs twice is a habit. */
const ENOUGH = 2;

/** Returns how a file is written, as far as its parts tell. */
export function habitsOf(parts: readonly Part[], questions: ReadonlySet<ListItem>): Habits {
  const headings = parts.flatMap((part) => (part.type === "heading" ? [part.heading.line] : []));
  const lines = new Set(parts.flatMap((part) => (part.type === "block" ? numberedLineOf(part) : [])));
  const rising = new Set([...risingNumbers(parts), ...numbersOfTopics(parts)]);
  const repeated = headings.filter((line) => line.numbering !== null && lines.has(line.title));
  let paragraphs: Habits["paragraphs"] | null = null;
  let bullets: Habits["bullets"] | null = null;
  let folds: Habits["folds"] | null = null;
  return {
    numbers: repeated.length >= ENOUGH ? "shown" : "hidden",
    prompts: promptStyles(parts, rising),
    rising,
    items: goOnBelow(parts, questions) ? "open" : "closed",
    questions: new Set([...questions, ...topicsInLists(parts)]),
    chapters: boldChapters(parts),
    leads: boldLeads(parts),
    topics: boldLinesAreTopics(parts) ? "asked" : "told",
    // Most files are never asked for these: they are looked for when somebody does.
    get paragraphs() {
      return (paragraphs ??= askingParagraphs(parts));
    },
    get bullets() {
      return (bullets ??= bulletsAsk(parts) ? "questions" : "points");
    },
    get folds() {
      return (folds ??= foldsAsk(parts) ? "questions" : "texts");
    },
    quotes: quotesAsk(parts) ? "questions" : "texts",
    lists: listsQuestions(parts) ? "questions" : "points",
    headings: new Set(headings.map((line) => line.text)),
    aspects: repeatedIn(
      headings.map((line) => line.text),
      OFTEN,
    ),
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

/** A heading that occurs so often is said of one topic after the other. */
const OFTEN = 3;

/** Returns the ways of setting lines apart that ask more than once, and mostly. */
function promptStyles(parts: readonly Part[], rising: ReadonlySet<string>): ReadonlySet<string> {
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
  return new Set([...styles, ...rising]);
}

function numberedLineOf({ block: { node } }: Extract<Part, { type: "block" }>): readonly string[] {
  if (node.type !== "paragraph") return [];
  return roughLines(node).flatMap(({ style, title }) => (style === null ? [] : [tidy(title)]));
}
