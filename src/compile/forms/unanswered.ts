import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import { blocksIn, leadsNowhere } from "../blocks/content-parts.ts";
import type { Line } from "../blocks/line.ts";
import { plainText } from "../plain-text.ts";
import { asksOn, isQuestion } from "../words/asks.ts";
import { numberingOf, ordinalOf } from "../words/numbering.ts";
import { asksInLists } from "./lists-of-lines.ts";
import { askOn } from "./quote-form.ts";

/** Tells whether what stands below a question doesn't answer it: it leads elsewhere, or asks on. */
export function answersNothing(line: Line, answer: readonly ContentPart[]): boolean {
  if (leadsNowhere(answer) || isAnotherQuestion(answer)) return true;
  return isListOfQuestions(line, answer) || isNextTask(line, answer);
}

/** Tells whether all that follows a question is another one. */
export function isAnotherQuestion(answer: readonly ContentPart[]): boolean {
  return answer.every((part) =>
    part.type === "lines"
      ? isQuestion(part.passage.words) || asksOn(part.passage.words)
      : isBareQuestion(part.block),
  );
}

/** Tells whether all that stands below a numbered question is one line with the next number: nothing has been answered. */
function isNextTask({ numbering }: Line, answer: readonly ContentPart[]): boolean {
  const [part, ...others] = answer;
  if (numbering === null || part === undefined || others.length > 0) return false;
  const words = part.type === "lines" ? part.passage.words : plainText([part.block.node]);
  const next = words.includes("\n") ? null : numberingOf(words);
  return next?.style === numbering.style && ordinalOf(next) === ordinalOf(numbering) + 1;
}

/** Tells whether all that stands below a topic, or behind a link, is a list of questions. */
function isListOfQuestions({ manner }: Line, answer: readonly ContentPart[]): boolean {
  const lines = answer.filter((part) => part.type === "lines");
  return (manner === "tells" || lines.length > 0) && leadsNowhere(lines) && asksInLists(blocksIn(answer));
}

/** Tells whether a paragraph says nothing but a question. */
export function isBareQuestion(block: Block): boolean {
  return block.node.type === "paragraph" && askOn([block]);
}
