import type { Block } from "../blocks/block.ts";
import type { Line } from "../blocks/line.ts";
import { cutAnswer } from "../blocks/passage.ts";
import type { CardMark } from "../marks/card-mark.ts";
import type { Document } from "../source/document.ts";
import type { Frame } from "../source/frame.ts";
import { choiceForm } from "./choice-form.ts";
import { clozeForm } from "./cloze-form.ts";
import type { Context } from "./context.ts";
import { definitionForm } from "./definition-form.ts";
import type { Draft } from "./draft.ts";
import { finishDraft } from "./draft.ts";
import type { Step } from "./found.ts";
import { allOf } from "./found.ts";
import type { Piece } from "./pieces.ts";
import { piecesOf } from "./pieces.ts";
import { plainForm } from "./plain-form.ts";
import { quoteForm } from "./quote-form.ts";
import { quotedQuestion } from "./quoted-questions.ts";
import { questionTable } from "./table-form.ts";

/** The forms that end the answer of a question with a label, which has no other end. */
const OTHER_FORMS = [quoteForm, choiceForm, definitionForm, clozeForm];

/**
 * Finds questions that are set apart by their lines alone: `Q:` and `A:`, numbers, bold type, items of a list.
 * Each is answered by what follows, up to the next one, a rule, or a card mark.
 */
export function questionRun(context: Context, blocks: readonly Block[], at: number): Step | null {
  const first = blocks[at];
  const pieces = first === undefined ? [] : piecesOf(context, first);
  if (!pieces.some((piece) => piece.type === "question") || asksPlainly(context, blocks, at)) return null;
  const drafts: Draft[] = [];
  let next = at;
  let reading: "on" | "ended" = "on";
  for (let block = blocks[next]; block !== undefined && reading === "on"; block = blocks[next]) {
    if (next > at && (block.mark !== null || endsHere(context, blocks, next, drafts.at(-1)))) break;
    reading = readPieces(context, piecesOf(context, block), block.mark, drafts);
    next += 1;
    if (block.node.type === "list") next = readInside(block, blocks, next, drafts.at(-1));
  }
  return { findings: allOf(drafts.map((draft) => finishDraft(context, draft))), next, end: "closed" };
}

/** Tells whether a block begins with a question that nothing sets apart; what looks like prompts in it are points of its answer. */
function asksPlainly(context: Context, blocks: readonly Block[], at: number): boolean {
  if (plainForm(context, blocks, at) === null) return false;
  const pieces = blocks.slice(at, at + 1).flatMap((block) => piecesOf(context, block));
  return pieces[0]?.type !== "question" && pieces.every(({ type }) => type !== "answer");
}

/** Tells whether another form begins at a block: a plain question, a table of questions, or any below a labelled answer. */
function endsHere(context: Context, blocks: readonly Block[], at: number, last: Draft | undefined): boolean {
  if (questionTable(context, blocks, at) !== null || quotedQuestion(context, blocks, at) !== null)
    return true;
  if (asksPlainly(context, blocks, at)) return true;
  if (last?.line.manner !== "labelled" || last.labelled === "question") return false;
  return OTHER_FORMS.some((form) => form(context, blocks, at) !== null);
}

/** Reads on where a list had to end because of what stands inside its last item: code, and what is indented. Returns where that ends. */
function readInside(
  { frames }: Block,
  blocks: readonly Block[],
  from: number,
  draft: Draft | undefined,
): number {
  let at = from;
  for (let block = blocks[at]; block !== undefined && isInside(block, frames); block = blocks[at]) {
    (draft?.labelled === "answer" ? draft.behind : draft?.before)?.push({ type: "block", block });
    at += 1;
  }
  return at;
}

function isInside({ node, frames, mark }: Block, around: readonly Frame[]): boolean {
  return mark === null && (node.type === "code" || frames.length > around.length);
}

function readPieces(
  context: Context,
  pieces: readonly Piece[],
  mark: CardMark | null,
  drafts: Draft[],
): "on" | "ended" {
  for (const piece of pieces) {
    if (piece.type === "end") return "ended";
    if (piece.type === "question") {
      drafts.push(draftOf(piece.line, drafts.length === 0 ? mark : null));
    } else {
      readOn(context, piece, drafts.at(-1));
    }
  }
  return "on";
}

function draftOf(line: Line, mark: CardMark | null): Draft {
  return { line, mark, before: [], behind: [], labelled: "question" };
}

function readOn(
  { document }: Context,
  piece: Exclude<Piece, { type: "end" | "question" }>,
  draft: Draft | undefined,
): void {
  if (draft === undefined) return;
  if (piece.type === "answer" || piece.type === "fold") draft.labelled = "answer";
  if (piece.type === "explanation") return readExplanation(document, piece, draft);
  const parts = draft.labelled === "answer" ? draft.behind : draft.before;
  if (piece.type === "fold") parts.push(...piece.parts);
  else if (piece.type === "block") parts.push(piece);
  else parts.push({ type: "lines", passage: cutAnswer(document, piece.inline, piece.range) });
}

/** An explanation is the answer of a labelled question that has no other. */
function readExplanation(
  document: Document,
  { block, inline, range }: Extract<Piece, { type: "explanation" }>,
  draft: Draft,
): void {
  const isAnswer =
    draft.line.manner === "labelled" && draft.labelled === "question" && draft.before.length === 0;
  if (isAnswer) draft.behind.push({ type: "lines", passage: cutAnswer(document, inline, range) });
  else (draft.labelled === "answer" ? draft.behind : draft.before).push({ type: "block", block });
  if (isAnswer) draft.labelled = "answer";
}
