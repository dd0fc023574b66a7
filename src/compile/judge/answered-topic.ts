import type { Block } from "../blocks/block.ts";
import { trimBlocks } from "../blocks/blocks.ts";
import type { Section } from "../blocks/outline.ts";
import type { Context } from "../forms/context.ts";
import { scan } from "../forms/scan.ts";
import { isAnsweredBelow, isAnswerFold } from "./heading-note.ts";
import { answersBelowLabel } from "./roles.ts";

/** Tells whether everything below a topic is one answer by its label: a heading `Answer`, a line behind a quoted task, a fold. */
export function isAnsweredWhole(context: Context, section: Section): boolean {
  if (answersBelowLabel(section)) return true;
  const own = trimBlocks(section.blocks);
  return own[0]?.node.type === "blockquote" ? isAnsweredBelow(context, own) : unfoldsAnswer(context, own);
}

/** Tells whether all that a topic asks about is answered in one fold, `<details><summary>Solution`, whatever else is in that. */
function unfoldsAnswer(context: Context, own: readonly Block[]): boolean {
  const folds = own.filter(isAnswerFold);
  const [fold, ...others] = folds;
  if (fold === undefined || others.length > 0 || !isAnsweredBelow(context, own)) return false;
  const { notes, problems } = scan(context, own.slice(0, own.indexOf(fold)));
  return notes.length === 0 && problems.length === 0;
}
