import type { Block } from "../blocks/block.ts";
import { trimBlocks } from "../blocks/blocks.ts";
import type { Section } from "../blocks/outline.ts";
import type { Context } from "../forms/context.ts";
import { isAnswerFold } from "../forms/folds.ts";
import { labelForm } from "../forms/label-form.ts";
import { scan } from "../forms/scan.ts";
import { isAnsweredBelow } from "./heading-note.ts";
import { answersBelowLabel } from "./roles.ts";

/**
 * Tells whether everything below a topic is one answer by its label: a heading `Answer`, a line behind a quoted task, a
 * fold. What is marked as a card is none.
 */
export function isAnsweredWhole(context: Context, section: Section): boolean {
  if (answersBelowLabel(section)) return true;
  const own = trimBlocks(section.blocks);
  if (own.some(({ mark }) => mark !== null)) return false;
  if (asksInQuote(context, own) && own.filter(isAnswerFold).length <= 1) return isAnsweredBelow(context, own);
  return unfoldsAnswer(context, own) || isAnsweredLine(context, own);
}

/** Tells whether a quote says what a topic asks; where all quotes are questions, each is a card of its own. */
function asksInQuote({ habits }: Context, [first]: readonly Block[]): boolean {
  return habits.quotes === "texts" && first?.node.type === "blockquote";
}

/** Tells whether all that a topic asks about is answered in one fold, `<details><summary>Solution`, whatever else is in that. */
function unfoldsAnswer(context: Context, own: readonly Block[]): boolean {
  const folds = own.filter(isAnswerFold);
  const [fold, ...others] = folds;
  if (fold === undefined || others.length > 0 || !isAnsweredBelow(context, own)) return false;
  const { notes, problems } = scan(context, own.slice(0, own.indexOf(fold)));
  return notes.length === 0 && problems.length === 0;
}

/** Tells whether all that stands below a topic is one line that asks, answered behind a label. */
function isAnsweredLine(context: Context, own: readonly Block[]): boolean {
  const answered = labelForm(context, own, 0)?.findings.notes.length === 1;
  return answered && scan(context, own).notes.length === 1;
}
