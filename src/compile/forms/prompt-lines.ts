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
import { mayBeTopic } from "./bold-topics.ts";
import type { Habits } from "./context.ts";

/** Prompts are lines, not texts. */
const LONGEST_PROMPT = 240;

/** The style of prompts in bold type, and of those among other bold lines that end with a question mark. */
const BOLD_STYLE = "bold";
const MARKED_STYLE = "bold?";

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
  if (line.manner === "labelled") return true;
  return !habits.headings.has(line.text) && line.text.length <= LONGEST_PROMPT && isSetApart(line, habits);
}

function isSetApart(line: Line, habits: Habits): boolean {
  return (isBold(line) && isSetInBold(line, habits)) || isCounted(line, habits);
}

/** Tells whether a bold line is a prompt: it asks, or names a topic where the file asks for these, too. */
function isSetInBold({ manner, numbering, text }: Line, habits: Habits): boolean {
  if (manner === "asks") return mayAskInBold(text, habits);
  return numbering === null && habits.topics === "asked" && mayBeTopic(text);
}

/** Tells whether a line is a prompt by its number. */
function isCounted(line: Line, habits: Habits): boolean {
  const { manner, numbering } = line;
  if (numbering === null) return false;
  const styles = isBold(line) ? [numbering.style, boldNumber(numbering.style)] : [numbering.style];
  if (styles.some((style) => habits.rising.has(style))) return manner === "asks" || !leadsOn(line);
  // Among numbered questions a topic with a number is one, too.
  return styles.some((style) => habits.prompts.has(style)) && (manner === "asks" || isTopic(line));
}

/** Returns the style of prompts with numbers of a style that are set in bold type. */
export function boldNumber(style: string): string {
  return `${BOLD_STYLE} ${style}`;
}

function mayAskInBold(text: string, { prompts }: Habits): boolean {
  return prompts.has(BOLD_STYLE) || (prompts.has(MARKED_STYLE) && asksByMark(text));
}

/** Tells whether a line announces what stands below it. */
function leadsOn({ text }: Line): boolean {
  return /[:：]$/.test(text);
}

/** Tells whether a line that tells may be a topic: it leads to nothing, and is no finished statement but in bold type. */
function isTopic(line: Line): boolean {
  return !leadsOn(line) && (isBold(line) || !isStatement(line.text));
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
  if (habits.bullets === "questions" && list.ordered !== true) return isListOfQuestions(list);
  if (isListOfTasks(list) || isInSeries(list, habits)) return true;
  if (habits.prompts.has(ITEM_STYLE) && list.children.every(isBareTask)) return true;
  const asking = list.children.filter((item) => {
    const head = headOfItem(item);
    return head !== null && !habits.headings.has(head.text) && asksInItem(head, item, list);
  });
  // A number with nothing behind it is a place that was kept.
  const written = list.children.filter(({ children }) => children.length > 0);
  return asking.length * 2 >= written.length && asking.some(isAnswered);
}

/** Tells whether a list of bullets goes with those that ask: it has something to ask, or to answer, in most of its items. */
function isListOfQuestions(list: List): boolean {
  const items = list.children.filter((item) => {
    const text = headOfItem(item)?.text ?? "";
    return asks(text) || (isAnswered(item) && !isAspect(text));
  });
  return list.children.length === 1 || items.length * 2 >= list.children.length;
}

/** Tells whether items are questions by their numbers, and most of them are answered, inside or below. */
function isInSeries(list: List, { questions, items }: Habits): boolean {
  const all = list.children.every((item) => questions.has(item));
  return all && (items === "open" || list.children.length === 1 || list.children.some(isAnswered));
}

/** Tells whether an item says nothing but what is asked: the answer may stand below the list. */
function isBareTask(item: ListItem): boolean {
  const head = headOfItem(item);
  return head !== null && !isAnswered(item) && head.text.length <= LONGEST_PROMPT && asks(head.text);
}

/** Tells whether nearly all of many points ask, and some are answered: `- Explain what a gear is.` is no point of an answer then. */
function isListOfTasks(list: List): boolean {
  const asking = list.children.filter((item) => {
    const head = headOfItem(item);
    return head !== null && !isOption(head, item) && asks(head.text);
  });
  if (asking.length < FEWEST_TASKS || asking.length < list.children.length * NEARLY_ALL) return false;
  return asking.filter(isAnswered).length >= FEWEST_TASKS;
}

const FEWEST_TASKS = 2;
const NEARLY_ALL = 0.8;

/** A way of setting something apart that could be a prompt, and whether it asks. */
interface Style {
  readonly style: string;
  readonly asks: boolean;
}

/** Returns the ways in which a block sets something apart that could be a prompt. */
export function stylesIn(node: RootContent): readonly Style[] {
  if (node.type === "paragraph") {
    return roughLines(node).flatMap((line) => stylesOf(line));
  }
  const item = node.type === "list" && node.children.length === 1 ? node.children[0] : undefined;
  const head = item === undefined ? null : headOfItem(item);
  if (node.type !== "list" || item === undefined || head === null || isAnswered(item)) return [];
  return [{ style: ITEM_STYLE, asks: asksInItem(head, item, node) }];
}

function stylesOf({ style, text, lead, weight }: RoughLine): readonly Style[] {
  if (lead !== null) return [{ style: LEAD_STYLE, asks: true }];
  if (style === null || text.length > LONGEST_PROMPT) return [];
  const own = { style, asks: asks(text) };
  if (weight !== "bold") return [own];
  const marked = asksByMark(text) ? [{ style: MARKED_STYLE, asks: true }] : [];
  if (style === BOLD_STYLE) return [own, ...marked];
  // Questions in bold type may have lost their numbers here and there.
  const bold = own.asks ? [{ style: BOLD_STYLE, asks: true }] : [];
  return [own, { ...own, style: boldNumber(style) }, ...bold, ...marked];
}

/** Tells whether an item asks. Without a number it takes a question mark, or bold type: bullets are for points. */
function asksInItem(head: RoughLine, item: ListItem, list: List): boolean {
  if (isOption(head, item) || head.text.length > LONGEST_PROMPT) return false;
  if (list.ordered === true || asksByMark(head.text)) return asks(head.text);
  return head.style === "bold" && isAnswered(item) && asks(head.text) && !isAspect(head.text);
}

/** Tells whether an item is one of those to choose from: it has a box, and doesn't ask. People tick questions off, too. */
function isOption({ text }: RoughLine, { checked }: ListItem): boolean {
  return typeof checked === "boolean" && !asksByMark(text);
}

/** Tells whether more than a question stands in an item. */
export function isAnswered(item: ListItem): boolean {
  const [first] = item.children;
  const lines = first?.type === "paragraph" ? roughLines(first) : [];
  return item.children.length > 1 || lines.length > 1 || (lines[0]?.lead ?? null) !== null;
}
