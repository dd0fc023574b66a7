import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import { cutParts, leadsNowhere, trimParts } from "../blocks/content-parts.ts";
import type { Line } from "../blocks/line.ts";
import { cutInline } from "../blocks/passage.ts";
import type { CardMark } from "../marks/card-mark.ts";
import type { Document } from "../source/document.ts";
import { isQuestion } from "../words/asks.ts";
import { choiceForm } from "./choice-form.ts";
import { clozeForm } from "./cloze-form.ts";
import type { Context } from "./context.ts";
import { definitionForm } from "./definition-form.ts";
import type { Findings, Step } from "./found.ts";
import { allOf, answerMissing, NOTHING, questionIn } from "./found.ts";
import type { Piece } from "./pieces.ts";
import { piecesOf } from "./pieces.ts";
import type { Prompt } from "./prompt.ts";
import { promptOf, promptOfParts, promptShowing } from "./prompt.ts";
import { quoteForm } from "./quote-form.ts";
import { questionTable } from "./table-form.ts";

/** A question with what has been read below it so far. */
interface Draft {
  readonly line: Line;
  readonly mark: CardMark | null;
  /** What stands between the question's line and the label of its answer; all of it, as long as there is no label. */
  readonly before: ContentPart[];
  /** What stands behind the label of the answer. */
  readonly behind: ContentPart[];
  labelled: "answer" | "question";
}

/** The forms that end the answer of a question with a label, which has no other end. */
const OTHER_FORMS = [quoteForm, choiceForm, definitionForm, clozeForm];

/**
 * Finds questions that are set apart by their lines alone: `Q:` and `A:`, numbers, bold type, items of a list.
 * Each is answered by what follows, up to the next one, a rule, or a card mark.
 */
export function questionRun(context: Context, blocks: readonly Block[], at: number): Step | null {
  const first = blocks[at];
  const pieces = first === undefined ? [] : piecesOf(context, first);
  if (!pieces.some((piece) => piece.type === "question")) return null;
  const drafts: Draft[] = [];
  let next = at;
  let reading: "on" | "ended" = "on";
  for (let block = blocks[next]; block !== undefined && reading === "on"; block = blocks[next]) {
    if (next > at && (block.mark !== null || endsHere(context, blocks, next, drafts.at(-1)))) break;
    reading = readPieces(context, piecesOf(context, block), block.mark, drafts);
    next += 1;
  }
  return { findings: allOf(drafts.map((draft) => finish(context, draft))), next, end: "closed" };
}

/** Tells whether another form begins at a block: a table of questions, or any below a labelled answer. */
function endsHere(context: Context, blocks: readonly Block[], at: number, last: Draft | undefined): boolean {
  if (questionTable(context, blocks, at) !== null) return true;
  if (last?.line.manner !== "labelled" || last.labelled === "question") return false;
  return OTHER_FORMS.some((form) => form(context, blocks, at) !== null);
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
  if (piece.type === "answer" || piece.type === "label") draft.labelled = "answer";
  if (piece.type === "label") return;
  if (piece.type === "explanation") return readExplanation(document, piece, draft);
  const parts = draft.labelled === "answer" ? draft.behind : draft.before;
  if (piece.type === "block") parts.push(piece);
  else parts.push({ type: "lines", passage: cutInline(document, piece.inline, piece.range) });
}

/** An explanation is the answer of a labelled question that has no other. */
function readExplanation(
  document: Document,
  { block, inline, range }: Extract<Piece, { type: "explanation" }>,
  draft: Draft,
): void {
  const isAnswer =
    draft.line.manner === "labelled" && draft.labelled === "question" && draft.before.length === 0;
  if (isAnswer) draft.behind.push({ type: "lines", passage: cutInline(document, inline, range) });
  else (draft.labelled === "answer" ? draft.behind : draft.before).push({ type: "block", block });
  if (isAnswer) draft.labelled = "answer";
}

function finish(context: Context, draft: Draft): Findings {
  const { line, mark, labelled } = draft;
  const before = trimParts(draft.before);
  if (line.text === "" && labelled === "question") return labelAlone(context, line, before);
  const prompt = promptWith(context, line, labelled === "answer" ? before : []);
  if (prompt === null) return NOTHING;
  const answer = labelled === "answer" ? trimParts(draft.behind) : before;
  if (!leadsNowhere(answer) && !asksOn(answer)) {
    return { notes: [questionIn(context, { prompt, answer, mark })], problems: [] };
  }
  return line.manner === "tells" ? NOTHING : answerMissing(prompt);
}

/** Finds what is missing below a label that stands alone: what follows it is the question. */
function labelAlone(context: Context, { title }: Line, below: readonly ContentPart[]): Findings {
  const isNumbered = below.length > 0 && /\d/.test(title);
  return isNumbered ? answerMissing(promptOfParts(context, below)) : NOTHING;
}

/** Tells whether all that follows a question is another one. */
function asksOn(answer: readonly ContentPart[]): boolean {
  return answer.every((part) => part.type === "lines" && isQuestion(part.passage.words));
}

/** Returns a line with what stands below it as one prompt; `null` if there are no words in it. */
function promptWith(context: Context, line: Line, below: readonly ContentPart[]): Prompt | null {
  if (line.text === "") return below.length === 0 ? null : promptOfParts(context, below);
  const prompt = promptOf(context, line);
  return below.length === 0 ? prompt : promptShowing(prompt, cutParts(context.document, below));
}
