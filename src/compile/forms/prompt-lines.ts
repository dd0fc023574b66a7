import type { List, ListItem, Paragraph, RootContent } from "mdast";

import type { Line } from "../blocks/line.ts";
import { boldLeadOf, isBold } from "../blocks/line.ts";
import type { RoughLine } from "../blocks/rough-line.ts";
import { headOfItem, roughLines } from "../blocks/rough-line.ts";
import type { Range } from "../source/inline-text.ts";
import { asks, asksByMark, isStatement } from "../words/asks.ts";
import {
  answerLabelOf,
  explanationLabelOf,
  isAnswerLabel,
  isAspect,
  questionLabelOf,
} from "../words/labels.ts";
import type { Habits } from "./context.ts";

/** Prompts are lines, not texts. */
const LONGEST_PROMPT = 240;

/** The style of prompts that are items, each in a list of its own. */
const ITEM_STYLE = "item";

/** The style of prompts in bold type whose answers stand in the same line. */
const LEAD_STYLE = "lead";

/** Returns the question in bold type that a line begins with, its answer behind it, where the file has this habit; `null` if there is none. */
export function promptBeforeAnswer(line: Line, habits: Habits): Range | null {
  return habits.prompts.has(LEAD_STYLE) ? boldLeadOf(line) : null;
}

/** Tells whether a line is a prompt: by its label, or because the file sets its questions apart in this way. */
export function isPromptLine(line: Line, habits: Habits): boolean {
  if (habits.headings.has(line.text)) return false;
  return line.manner === "labelled" || (line.text.length <= LONGEST_PROMPT && isSetApart(line, habits));
}

function isSetApart(line: Line, habits: Habits): boolean {
  if (line.numbering === null) return line.manner === "asks" && habits.prompts.has("bold") && isBold(line);
  // Among numbered questions a topic with a number is one, too.
  return habits.prompts.has(line.numbering.style) && (line.manner === "asks" || !isStatement(line.text));
}

/** Tells at a glance whether one of a paragraph's lines could be a prompt, or begin an answer. */
export function mayHoldPrompts(paragraph: Paragraph): boolean {
  return roughLines(paragraph).some(
    ({ style, text, lead }) =>
      style !== null ||
      lead !== null ||
      questionLabelOf(text) > 0 ||
      answerLabelOf(text) > 0 ||
      explanationLabelOf(text) > 0 ||
      isAnswerLabel(text),
  );
}

/** Tells whether the items of a list are questions: most of them ask, and there are answers inside them or below the only one. */
export function asksInItems(list: List, habits: Habits): boolean {
  const asking = list.children.filter((item) => {
    const head = headOfItem(item);
    return head !== null && !habits.headings.has(head.text) && asksInItem(head, item, list);
  });
  if (isListOfTasks(list) || isInSeries(list, habits)) return true;
  if (asking.length === 0 || asking.length * 2 < list.children.length) return false;
  return asking.some(isAnswered) || (list.children.length === 1 && habits.prompts.has(ITEM_STYLE));
}

/** Tells whether items are questions by their numbers, and most of them are answered, inside or below. */
function isInSeries(list: List, { questions, items }: Habits): boolean {
  const all = list.children.every((item) => questions.has(item));
  return all && (items === "open" || list.children.length === 1 || list.children.some(isAnswered));
}

/** Tells whether nearly all of many points ask, and some are answered: `- Explain what a gear is.` is no point of an answer then. */
function isListOfTasks(list: List): boolean {
  const asking = list.children.filter((item) => {
    const head = headOfItem(item);
    return typeof item.checked !== "boolean" && head !== null && asks(head.text);
  });
  if (asking.length < FEWEST_TASKS || asking.length < list.children.length * NEARLY_ALL) return false;
  return asking.filter(isAnswered).length >= FEWEST_TASKS;
}

const FEWEST_TASKS = 2;
const NEARLY_ALL = 0.8;

/** Returns the ways in which a block sets something apart that could be a prompt, each with whether it asks. */
export function stylesIn(node: RootContent): readonly { readonly style: string; readonly asks: boolean }[] {
  if (node.type === "paragraph") {
    return roughLines(node).flatMap(({ style, text, lead }) => {
      if (lead !== null) return [{ style: LEAD_STYLE, asks: true }];
      return style === null || text.length > LONGEST_PROMPT ? [] : [{ style, asks: asks(text) }];
    });
  }
  const item = node.type === "list" && node.children.length === 1 ? node.children[0] : undefined;
  const head = item === undefined ? null : headOfItem(item);
  if (node.type !== "list" || item === undefined || head === null || isAnswered(item)) return [];
  return [{ style: ITEM_STYLE, asks: asksInItem(head, item, node) }];
}

/** Tells whether an item asks. Without a number it takes a question mark, or bold type: bullets are for points. */
function asksInItem(head: RoughLine, item: ListItem, list: List): boolean {
  if (typeof item.checked === "boolean" || head.text.length > LONGEST_PROMPT) return false;
  if (list.ordered === true || asksByMark(head.text)) return asks(head.text);
  return head.style === "bold" && isAnswered(item) && asks(head.text) && !isAspect(head.text);
}

/** Tells whether more than a question stands in an item. */
export function isAnswered(item: ListItem): boolean {
  const [first] = item.children;
  const lines = first?.type === "paragraph" ? roughLines(first) : [];
  return item.children.length > 1 || lines.length > 1 || (lines[0]?.lead ?? null) !== null;
}
