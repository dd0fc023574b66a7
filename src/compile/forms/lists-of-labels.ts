import type { List, ListItem, Paragraph } from "mdast";

import { headOfItem, roughLines } from "../blocks/rough-line.ts";
import { asksByMark } from "../words/asks.ts";
import { answerLabelOf, isAnswerLabel, questionLabelOf } from "../words/labels.ts";

/**
 * Tells whether all items of a list have labels, as in `- Q: Why?`, `- A: Because.`. The answers may stand in the items of
 * their questions, and a question mark may take the place of a question's label.
 */
export function isListOfLabels({ children }: List): boolean {
  const [first, ...others] = children;
  if (first === undefined || !isQuestionItem(first)) return false;
  if (!others.every((item) => isAnswerItem(item) || isQuestionItem(item))) return false;
  const labelled = children.filter(isLabelledQuestion).length;
  const answers = others.filter(isAnswerItem).length;
  if (answers === 0) return labelled === children.length && children.some(holdsAnswer);
  // Of a list to tick off, or of bare questions, a label here and there makes no questions.
  return labelled + answers === children.length || (answers * 2 >= children.length && !children.some(isTask));
}

/** Tells whether an item begins with the label of an answer. */
export function isAnswerItem(item: ListItem): boolean {
  return startsAnswer(headOfItem(item)?.title ?? "");
}

function isTask({ checked }: ListItem): boolean {
  return typeof checked === "boolean";
}

function isQuestionItem(item: ListItem): boolean {
  return isLabelledQuestion(item) || asksByMark(headOfItem(item)?.text ?? "");
}

function isLabelledQuestion(item: ListItem): boolean {
  return questionLabelOf(headOfItem(item)?.title ?? "") > 0;
}

function holdsAnswer({ children }: ListItem): boolean {
  const paragraphs = children.filter((node): node is Paragraph => node.type === "paragraph");
  return paragraphs.some((paragraph) => roughLines(paragraph).some(({ title }) => startsAnswer(title)));
}

function startsAnswer(line: string): boolean {
  return answerLabelOf(line) > 0 || isAnswerLabel(line);
}
