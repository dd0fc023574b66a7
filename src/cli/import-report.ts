import type { ImportPlan } from "../anki/import/plan-import.ts";
import { notesFolder } from "../store/imported-notes.ts";
import { isGiven, printJson } from "./command.ts";
import type { Context } from "./context.ts";

/** What came of an import. */
export interface ImportOutcome {
  readonly plan: ImportPlan;
  /** How many notes come of the new ones. */
  readonly notes: number;
  /** The folder of the backup; `null` if nothing was changed. */
  readonly backup: string | null;
}

/** Tells what an import has brought or, with `--dry-run`, would bring. */
export function tellImport(context: Context, file: string, { plan, notes, backup }: ImportOutcome): void {
  const { cards, reviews, newReviews, newNotes, skipped, weights } = plan;
  if (isGiven(context, "json")) {
    const left = Array.from(skipped, ([reason, count]) => ({ reason, count }));
    printJson(context, { notes: plan.notes, cards, reviews, newReviews, skipped: left });
    return;
  }
  const { terminal } = context;
  const words = context.words.anki.import;
  terminal.print(words.found(file, plan.notes, cards, reviews));
  terminal.print((isGiven(context, "dry-run") ? words.wouldBring : words.news)(newReviews, newNotes, notes));
  tellLeftBehind(context, plan);
  if (notes > 0) terminal.print(words.notesIn(notesFolder(context.places)));
  tellWeights(context, weights);
  if (backup !== null) terminal.print(words.backup(backup));
}

function tellLeftBehind({ terminal, words }: Context, { skipped, knownNotes }: ImportPlan): void {
  const { leftBehind, leftOut, knownNotes: here } = words.anki.import;
  const lines = Array.from(skipped, ([reason, count]) => leftBehind[reason](count));
  if (knownNotes > 0) lines.unshift(here(knownNotes));
  if (lines.length > 0) terminal.print(leftOut);
  for (const line of lines) terminal.print(`  ${line}`);
}

function tellWeights(context: Context, weights: ImportPlan["weights"]): void {
  const { terminal } = context;
  const words = context.words.anki.import;
  if (!isGiven(context, "weights")) {
    if (weights !== null) terminal.print(words.weightsThere);
    return;
  }
  if (weights === null) terminal.print(words.noWeights);
  else terminal.print(isGiven(context, "dry-run") ? words.weightsThere : words.weightsTaken);
}
