import type { ImportPlan } from "../anki/import/plan-import.ts";
import { planImport } from "../anki/import/plan-import.ts";
import { backUp } from "../store/back-up.ts";
import { setSetting } from "../store/config-file.ts";
import { identifyDeck, type IdentifiedDeck } from "../store/identify-deck.ts";
import { addImportedNotes, importedDecks } from "../store/imported-notes.ts";
import { openPackage } from "../store/open-package.ts";
import { openStore, readHistory, type Store } from "../store/store.ts";
import type { StoredHistory } from "../store/stored-history.ts";
import { isoAt } from "./clock.ts";
import { DONE, isGiven } from "./command.ts";
import { deckPaths, type Context } from "./context.ts";
import { loadedDeck } from "./decks.ts";
import { homeOf } from "./import-home.ts";
import { tellImport, type ImportOutcome } from "./import-report.ts";
import { recordImport } from "./record-import.ts";
import { uninterrupted } from "./uninterrupted.ts";

/** Takes over what an Anki package has and this learner hasn't. With `--dry-run` it only tells. Returns the exit code. */
export async function importFromAnki(context: Context, file: string): Promise<number> {
  if (isGiven(context, "dry-run")) {
    const history = readHistory(context.places);
    const known = await everyDeck(context, history);
    const plan = planFor(context, file, known, history);
    tellImport(context, file, { plan, notes: countNotes(plan), backup: null });
    return DONE;
  }
  const store = openStore(context.places);
  try {
    tellImport(context, file, await takeOver(context, file, store));
  } finally {
    store.close();
  }
  return DONE;
}

async function takeOver(context: Context, file: string, store: Store): Promise<ImportOutcome> {
  const known = await everyDeck(context, store);
  const plan = planFor(context, file, known, store);
  return await uninterrupted(() => carryOut(context, store, known, plan));
}

async function carryOut(
  context: Context,
  store: Store,
  known: IdentifiedDeck,
  plan: ImportPlan,
): Promise<ImportOutcome> {
  const { places } = context;
  const notes = countNotes(plan);
  const backup = plan.drafts.length + notes === 0 ? null : backUp(places, backupName(context));
  const written = addImportedNotes(places, plan.decks);
  await recordImport(context, store, plan, { known, written });
  if (isGiven(context, "weights") && plan.weights !== null) takeWeights(context, plan.weights);
  return { plan, notes, backup };
}

/** Notes that came earlier may be of any deck, also of one that isn't in use now. */
async function everyDeck(context: Context, history: StoredHistory): Promise<IdentifiedDeck> {
  const paths = new Set([...deckPaths(context), ...importedDecks(context.places)]);
  return await identifyDeck(await loadedDeck(context, [...paths]), history);
}

/** Once the plan is made the package is let go: a collection may be large, and there is much to be done after it. */
function planFor(context: Context, file: string, known: IdentifiedDeck, history: StoredHistory): ImportPlan {
  const plan = planImport(openPackage(file), homeOf(context, known, history));
  context.terminal.progress(null);
  return plan;
}

function countNotes({ decks }: ImportPlan): number {
  return [...decks.values()].flat().length;
}

function takeWeights({ places }: Context, weights: readonly number[]): void {
  const words = weights.map((weight) => String(Number(weight.toFixed(6))));
  setSetting(places.config, "weights", words.join(","));
}

function backupName({ clock }: Context): string {
  const now = isoAt(clock.now(), clock.zone).slice(0, "2026-12-01T09:00:00".length);
  return `before-import-${now.replaceAll(/[T:]/gu, "-")}`;
}
