import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import { leadsNowhere, partsOf, trimParts } from "../blocks/content-parts.ts";
import type { Line } from "../blocks/line.ts";
import { cutBlocks, cutAnswer } from "../blocks/passage.ts";
import { unquoted } from "../blocks/quotes.ts";
import { extentOf } from "../source/extent.ts";
import { frameOf } from "../source/frame.ts";
import { asksByMark } from "../words/asks.ts";
import { isAnswerLabel, isQuestionLabel } from "../words/labels.ts";
import type { Context } from "./context.ts";
import { endOfFold, isAnswerFold, leadOfFold } from "./folds.ts";
import type { Step } from "./found.ts";
import { answerMissing, questionIn } from "./found.ts";
import { piecesOf } from "./pieces.ts";
import { promptOf, promptShowing } from "./prompt.ts";
import { shortLine } from "./short-line.ts";

/** So many blocks, code that is asked about and the label itself, are looked at below a line. */
const MOST_BETWEEN = 3;

/** An answer behind its label, and the index of the first block that isn't part of it. */
interface Answer {
  readonly parts: readonly ContentPart[];
  readonly next: number;
  readonly end: Step["end"];
}

/**
 * Finds a line, quoted or not, that is answered right below behind a label: `> Why?` above
 * `<details><summary>Answer`, `Why?` above `答：…`. What the label stands in front of makes a question of the line.
 */
export function labelForm(context: Context, blocks: readonly Block[], at: number): Step | null {
  const label = labelBelow(blocks, at + 1);
  if (!mayAnswer(context, blocks[label])) return null;
  const line = askedLine(context, blocks[at]);
  if (line === null) return null;
  const answer = foldedAnswer(context, blocks, label) ?? lineAnswer(context, blocks, label, line);
  if (answer === null) return null;
  const shown = blocks.slice(at + 1, label);
  const asked = promptOf(context, line);
  const prompt = shown.length === 0 ? asked : promptShowing(asked, cutBlocks(context.document, shown));
  const parts = trimParts(answer.parts);
  const { next, end } = answer;
  if (leadsNowhere(parts)) return { findings: answerMissing(prompt), next, end: "closed" };
  const note = questionIn(context, { prompt, answer: parts, mark: blocks[at]?.mark ?? null });
  return { findings: { notes: [note], problems: [] }, next, end };
}

/** Tells at a glance whether a block may begin with the label of an answer: a fold, or a paragraph with a sign behind its first words. */
function mayAnswer({ document }: Context, block: Block | undefined): boolean {
  if (block === undefined || block.mark !== null) return false;
  if (block.node.type === "html") return isAnswerFold(block);
  const { start } = extentOf(block.node);
  return block.node.type === "paragraph" && SIGN.test(document.text.slice(start, start + LONGEST_LABEL));
}

const SIGN = /[:：\]】］]/u;
const LONGEST_LABEL = 40;

/** Returns a short line that may ask: a paragraph, or one that is quoted by itself. */
export function askedLine(context: Context, block: Block | undefined): Line | null {
  const [inner, ...others] = block === undefined ? [] : unquoted([block]);
  const line = others.length > 0 ? null : shortLine(context, inner === block ? inner : onlyItem(inner));
  return line === null || isQuestionLabel(line.text) || isAnswerLabel(line.text) ? null : line;
}

/** Returns what stands in a list of one item, which is only there for its number: `> 1. Why?`; other blocks stay as they are. */
function onlyItem(block: Block | undefined): Block | undefined {
  const [item, ...others] = block?.node.type === "list" ? block.node.children : [];
  const [node, ...rest] = item?.children ?? [];
  if (block === undefined || item === undefined || node === undefined || others.length + rest.length > 0)
    return block;
  return { ...block, node, frames: [...block.frames, frameOf(item, block.frames)] };
}

/** Returns the index of the first block that isn't shown with the question. */
function labelBelow(blocks: readonly Block[], from: number): number {
  const near = blocks.slice(from, from + MOST_BETWEEN);
  const label = near.findIndex(({ node, mark }) => mark !== null || node.type !== "code");
  return from + (label === -1 ? near.length : label);
}

function foldedAnswer(context: Context, blocks: readonly Block[], at: number): Answer | null {
  const block = blocks[at];
  if (block?.node.type !== "html") return null;
  const end = endOfFold(blocks, at);
  const parts = [...leadOfFold(context, block.node), ...partsOf(blocks.slice(at + 1, end + 1))];
  return { parts, next: end + 1, end: "closed" };
}

/** Returns the answer behind a label at the beginning of a paragraph; it takes a question mark to ask for that. */
function lineAnswer(context: Context, blocks: readonly Block[], at: number, line: Line): Answer | null {
  const block = blocks[at];
  if (block?.node.type !== "paragraph" || !asksByMark(line.text)) return null;
  const [first, ...others] = piecesOf(context, block);
  if (first?.type !== "answer" || others.length > 0) return null;
  const passage = cutAnswer(context.document, first.inline, first.range);
  if (passage.words !== "") return { parts: [{ type: "lines", passage }], next: at + 1, end: "open" };
  // A label that stands alone answers a line, not a quote, which may be said by somebody else.
  return blocks[at - 1]?.node.type === "paragraph"
    ? { parts: partsOf(blocks.slice(at + 1, at + 2)), next: at + 2, end: "open" }
    : null;
}
