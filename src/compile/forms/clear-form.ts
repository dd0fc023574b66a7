import type { Block } from "../blocks/block.ts";
import { isBold } from "../blocks/line.ts";
import { extentOf } from "../source/extent.ts";
import { asksByMark } from "../words/asks.ts";
import type { Context } from "./context.ts";
import { NOTHING } from "./found.ts";
import { labelForm } from "./label-form.ts";
import type { Piece } from "./pieces.ts";
import { piecesOf } from "./pieces.ts";
import { questionRun } from "./question-run.ts";
import { quoteForm } from "./quote-form.ts";
import { shortLine } from "./short-line.ts";
import { isQuestionTable } from "./table-form.ts";

/** One numbered question in an answer is rhetorical. */
const FEWEST = 2;

/** How many blocks may stand between a labelled question and the label of its answer. */
const FARTHEST_ANSWER = 6;

/** How far the next question is looked for. */
const FARTHEST_NEXT = 60;

/** Returns blocks up to the first that begins a card of its own, by a mark or by its form; all of them, if none does. */
export function beforeCards(context: Context, blocks: readonly Block[]): readonly Block[] {
  const mayAsk = isAskedIn(context, blocks);
  const end = blocks.findIndex(
    ({ node, mark }, at) =>
      mark !== null ||
      (node.type === "table" ? isQuestionTable(node) : mayAsk && isClearForm(context, blocks, at)),
  );
  return end === -1 ? blocks : blocks.slice(0, end);
}

/** Tells at a glance whether anything is asked in some blocks: by a question mark, or behind a label. */
function isAskedIn({ document }: Context, blocks: readonly Block[]): boolean {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return false;
  return SIGN.test(document.text.slice(extentOf(first.node).start, extentOf(last.node).end));
}

const SIGN = /[?？]|(?:q|question|[问题])[\s\d*_]*[:：.、】\]］]/iu;

/** Tells whether a form begins at a block that can't be meant as a part of the answer around it. */
function isClearForm(context: Context, blocks: readonly Block[], at: number): boolean {
  return isAnsweredLine(context, blocks, at) || asksInRun(context, blocks, at);
}

/** Tells whether a line that asks is answered behind a label or, if it is set in bold type, by the quote below it. */
function isAnsweredLine(context: Context, blocks: readonly Block[], at: number): boolean {
  const line = shortLine(context, blocks[at]);
  if (line === null || !asksByMark(line.text)) return false;
  const form = blocks[at + 1]?.node.type === "blockquote" ? quoteForm : labelForm;
  return (form === labelForm || isBold(line)) && form(context, blocks, at) !== null;
}

/** Tells whether questions with labels or numbers begin at a block; of those with plain numbers there have to be several. */
function asksInRun(context: Context, blocks: readonly Block[], at: number): boolean {
  const questions = blocks.slice(at, at + 1).flatMap((block) => questionsIn(piecesOf(context, block)));
  const [first] = questions;
  if (first === undefined) return false;
  const alone =
    isCounted(first) || (first.line.manner === "labelled" && isAnsweredByLabel(context, blocks, at));
  if (!alone && !asksByNumber(blocks[at], questions)) return false;
  const { notes } = questionRun(context, blocks.slice(at, at + FARTHEST_NEXT), 0)?.findings ?? NOTHING;
  return notes.length >= (alone ? 1 : FEWEST);
}

/** Tells whether a question says which one it is: `第 3 题`. */
function isCounted({ line }: AskedPiece): boolean {
  return line.numbering?.style === "第" && asksByMark(line.text);
}

/** Tells whether all questions of a block have a number and a question mark. */
function asksByNumber(block: Block | undefined, questions: readonly AskedPiece[]): boolean {
  const ordered = block?.node.type === "list" && block.node.ordered === true;
  return questions.every(({ line }) => (ordered || line.numbering !== null) && asksByMark(line.text));
}

function isAnsweredByLabel(context: Context, blocks: readonly Block[], at: number): boolean {
  const near = blocks.slice(at, at + FARTHEST_ANSWER).flatMap((block) => piecesOf(context, block));
  const [, next] = near.filter((piece) => piece.type === "question" || piece.type === "answer");
  return next?.type === "answer";
}

type AskedPiece = Extract<Piece, { type: "question" }>;

function questionsIn(pieces: readonly Piece[]): readonly AskedPiece[] {
  return pieces.flatMap((piece) => (piece.type === "question" ? [piece] : []));
}
