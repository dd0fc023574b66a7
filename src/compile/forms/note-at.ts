import type { Block } from "../blocks/block.ts";
import type { NoteKind } from "../marks/traits.ts";
import { bareQuestions } from "./bare-questions.ts";
import { choiceForm } from "./choice-form.ts";
import { clozeForm, markedCloze } from "./cloze-form.ts";
import type { Context } from "./context.ts";
import { definitionForm } from "./definition-form.ts";
import { detailsForm } from "./details-form.ts";
import type { Step } from "./found.ts";
import { labelForm } from "./label-form.ts";
import { markedLine } from "./marked-line.ts";
import { plainForm } from "./plain-form.ts";
import { questionRun } from "./question-run.ts";
import { quoteForm } from "./quote-form.ts";
import { quotedQuestion } from "./quoted-questions.ts";
import { questionTable, tableForm } from "./table-form.ts";

/** Finds what is written in one form: what it makes of the blocks from an index on, `null` if they are written otherwise. */
type Form = (context: Context, blocks: readonly Block[], at: number) => Step | null;

const ASKING: readonly Form[] = [
  questionRun,
  labelForm,
  quotedQuestion,
  quoteForm,
  choiceForm,
  definitionForm,
  detailsForm,
  questionTable,
];

/** Finds the note that begins at a block; a card mark makes a note of any line. */
export function noteAt(context: Context, blocks: readonly Block[], at: number): Step | null {
  for (const form of formsFor(blocks[at]?.mark?.traits.kind ?? context.kind)) {
    const step = form(context, blocks, at);
    if (step !== null) return step;
  }
  return null;
}

function formsFor(kind: NoteKind | null): readonly Form[] {
  switch (kind) {
    case "table":
      return [tableForm, ...ASKING, clozeForm];
    case "cloze":
      return [markedCloze, ...ASKING, clozeForm];
    default:
      return [...ASKING, clozeForm, markedLine, plainForm, bareQuestions];
  }
}
