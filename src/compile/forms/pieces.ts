import type { Html, List, ListItem, Paragraph } from "mdast";

import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import type { Line } from "../blocks/line.ts";
import { boldLeadOf, isLink, lineOf, linesOf } from "../blocks/line.ts";
import { holdOnlyLinks } from "../blocks/links.ts";
import { htmlText } from "../plain-text.ts";
import { frameOf } from "../source/frame.ts";
import type { InlineText, Range } from "../source/inline-text.ts";
import { readInline } from "../source/inline-text.ts";
import { answerLabelOf, explanationLabelOf, isAnswerLabel } from "../words/labels.ts";
import type { Context, Habits } from "./context.ts";
import { isAnswerFold, leadOfFold } from "./folds.ts";
import { isAnswerItem, isListOfLabels } from "./lists-of-labels.ts";
import { asksInItems, isAnswered, isPromptLine, mayHoldPrompts, promptBeforeAnswer } from "./prompt-lines.ts";

/** What blocks come to where questions are set apart by their lines alone: by labels, numbers or bold type. */
export type Piece =
  | { readonly type: "question"; readonly line: Line }
  /** Lines of a paragraph: `answer` begins behind the label of an answer, `lines` goes on with what stands above. */
  | { readonly type: "answer" | "lines"; readonly inline: InlineText; readonly range: Range }
  | { readonly type: "block"; readonly block: Block }
  /** A paragraph that explains, and what of it stands behind the label: an answer, if there is no other. */
  | {
      readonly type: "explanation";
      readonly block: Block;
      readonly inline: InlineText;
      readonly range: Range;
    }
  /** A summary to unfold that says nothing but that the answer follows, and what does in the same piece of HTML. */
  | { readonly type: "fold"; readonly parts: readonly ContentPart[] }
  /** What follows belongs to nothing above it. */
  | { readonly type: "end" };

/** Parts a block into pieces. */
export function piecesOf(context: Context, block: Block): readonly Piece[] {
  const { node } = block;
  if (node.type === "thematicBreak" || context.habits.chapters.has(node)) return [{ type: "end" }];
  if (node.type === "html") return [foldAt(context, node, block) ?? { type: "block", block }];
  if (node.type === "paragraph" && mayHoldPrompts(node)) return paragraphPieces(context, node, block);
  const pieces = node.type === "list" ? listPieces(context, node, block) : null;
  return pieces ?? [{ type: "block", block }];
}

/** Returns the fold of an answer that a piece of HTML begins; `null` if it begins none. */
function foldAt(context: Context, node: Html, block: Block): Piece | null {
  if (isAnswerLabel(htmlText(node.value))) return { type: "fold", parts: [] };
  return isAnswerFold(block) ? { type: "fold", parts: leadOfFold(context, node) } : null;
}

/**
 * Parts a list of questions, or one that is an answer behind its label; `null` if it is neither. What stands inside of
 * something else is no question, unless it has a number, or only a topic stands above.
 */
function listPieces(context: Context, list: List, block: Block): readonly Piece[] | null {
  if (block.frames.length === 0 && isListOfLabels(list)) return labelledPieces(context, list, block);
  const mayAsk = block.frames.length === 0 || list.ordered === true || isNested(list, context.habits);
  return mayAsk && asksInItems(list, context.habits)
    ? itemsPieces(context, list, block)
    : answerPieces(context, list, block);
}

/** Tells whether the items of a list are questions below a topic. */
function isNested({ children }: List, { questions }: Habits): boolean {
  return children.every((item) => questions.has(item));
}

/** Returns what stands in a list whose items have labels: `- Q: Why?`, `- A: Because.`. */
function labelledPieces(context: Context, { children }: List, block: Block): readonly Piece[] {
  return children.flatMap((item) => {
    if (!isAnswerItem(item)) return itemPieces(context, item, block);
    const frames = [...block.frames, frameOf(item, block.frames)];
    return item.children.flatMap((node) => piecesOf(context, { node, frames, mark: null }));
  });
}

/** Returns a list of one item as an answer, if that begins with the label of one: `- A: Because.`; `null` if it doesn't. */
function answerPieces(context: Context, list: List, block: Block): readonly Piece[] | null {
  const [item, ...others] = list.children;
  const [first, ...rest] = item?.children ?? [];
  if (item === undefined || others.length > 0 || first?.type !== "paragraph") return null;
  const frames = [...block.frames, frameOf(item, block.frames)];
  const inline = readInline(first.children, context.document.text, frames);
  const label = answerLabelIn(lineOf(inline, { from: 0, to: inline.text.length }));
  if (label === 0) return null;
  const below = rest.map((node): Piece => ({ type: "block", block: { node, frames, mark: null } }));
  return [{ type: "answer", inline, range: { from: label, to: inline.text.length } }, ...below];
}

function paragraphPieces(context: Context, node: Paragraph, block: Block): readonly Piece[] {
  const inline = readInline(node.children, context.document.text, block.frames);
  const pieces: Piece[] = [];
  for (const range of linesOf(inline)) {
    const line = lineOf(inline, range);
    const lead = promptBeforeAnswer(line, context.habits);
    if (lead !== null) addAnswered(pieces, inline, lead, range);
    else if (isPromptLine(line, context.habits) || (pieces.length === 0 && context.habits.leads.has(node)))
      pieces.push({ type: "question", line });
    else addAnswering(pieces, line, range);
  }
  // A paragraph without any of it stays as it is.
  return pieces.every((piece) => piece.type === "lines") ? [wholeOf(block, inline)] : pieces;
}

/** Returns a paragraph that stays as it is. */
function wholeOf(block: Block, inline: InlineText): Piece {
  const label = explanationLabelOf(inline.text);
  if (label === 0) return { type: "block", block };
  return { type: "explanation", block, inline, range: { from: label, to: inline.text.length } };
}

/** Adds a question and the answer that stands behind it in the same line. */
function addAnswered(pieces: Piece[], inline: InlineText, lead: Range, { to }: Range): void {
  pieces.push({ type: "question", line: lineOf(inline, lead) });
  pieces.push({ type: "lines", inline, range: { from: lead.to, to } });
}

/** Adds a line below a question, which may begin the answer with its label. */
function addAnswering(pieces: Piece[], line: Line, range: Range): void {
  const label = answerLabelIn(line) || explanationLabelIn(line, pieces.at(-1));
  if (label === 0) addLine(pieces, line.inline, range);
  else addAnswer(pieces, line.inline, { from: line.whole.from + label, to: range.to });
}

/** Adds the first line of an answer; the lines above it, up to the question, are part of that. */
function addAnswer(pieces: Piece[], inline: InlineText, range: Range): void {
  const [question, lines] = pieces.slice(-2);
  if (question?.type === "question" && lines?.type === "lines") {
    const line = lineOf(inline, { from: question.line.whole.from, to: lines.range.to });
    pieces.splice(-2, 2, { type: "question", line });
  }
  pieces.push({ type: "answer", inline, range });
}

/** Returns how long the label of an answer at the beginning of a line is; 0 if there is none: a link leads elsewhere. */
function answerLabelIn(line: Line): number {
  const { inline, whole } = line;
  if (isLink(line)) return 0;
  const text = inline.text.slice(whole.from, whole.to);
  return answerLabelOf(text) || (isAnswerLabel(text) ? text.length : 0);
}

/** Returns how long the label of an explanation is that answers the labelled question right above it; 0 if there is none. */
function explanationLabelIn({ inline, whole }: Line, above: Piece | undefined): number {
  const isOwn = above?.type === "question" && above.line.manner === "labelled";
  return isOwn ? explanationLabelOf(inline.text.slice(whole.from, whole.to)) : 0;
}

/** Adds a line to the piece before it, or begins a new one. */
function addLine(pieces: Piece[], inline: InlineText, range: Range): void {
  const last = pieces.at(-1);
  if (last?.type === "lines" || last?.type === "answer") {
    pieces[pieces.length - 1] = { ...last, range: { from: last.range.from, to: range.to } };
  } else {
    pieces.push({ type: "lines", inline, range });
  }
}

function itemsPieces(context: Context, list: List, block: Block): readonly Piece[] {
  const pieces = list.children.flatMap((item) => itemPieces(context, item, block));
  return goesOnBelow(context, list, pieces.at(-1)) ? pieces : [...pieces, { type: "end" }];
}

/** Tells whether the last of a list's questions may be answered below the list: not if answers stand inside the items. */
function goesOnBelow({ habits }: Context, list: List, last: Piece | undefined): boolean {
  if (list.ordered === true && habits.items === "open") return true;
  if (list.ordered !== true && habits.bullets === "questions") return false;
  return last?.type === "question" && (list.ordered === true || !list.children.some(isAnswered));
}

function itemPieces(context: Context, item: ListItem, block: Block): readonly Piece[] {
  const frames = [...block.frames, frameOf(item, block.frames)];
  const [first, ...others] = item.children;
  const rest = others.flatMap((node) => answeringPieces(context, { node, frames, mark: null }));
  if (first?.type !== "paragraph") return rest;
  const inline = readInline(first.children, context.document.text, frames);
  const [head, ...tail] = linesOf(inline);
  if (head === undefined) return rest;
  const pieces: Piece[] = [];
  const line = lineOf(inline, head);
  const lead = boldLeadOf(line);
  if (lead === null) pieces.push({ type: "question", line });
  else addAnswered(pieces, inline, lead, head);
  for (const range of tail) addAnswering(pieces, lineOf(inline, range), range);
  return [...pieces, ...rest];
}

/** Parts what stands below the question of an item, if that begins with the label of an answer, and doesn't only lead elsewhere. */
function answeringPieces(context: Context, block: Block): readonly Piece[] {
  const pieces = holdOnlyLinks([block]) ? [] : piecesOf(context, block);
  const [first] = pieces;
  return first?.type === "answer" || first?.type === "fold" ? pieces : [{ type: "block", block }];
}
