import type { AnkiExport } from "../anki/export/export-anki.ts";
import { exportAnki } from "../anki/export/export-anki.ts";
import type { ExportRequest } from "../anki/export/export-request.ts";
import { seenNotes } from "../anki/export/seen-notes.ts";
import { canWriteDatabases } from "../anki/package/sqlite.ts";
import { writePackage } from "../anki/package/write-package.ts";
import { Failure } from "../base/failure.ts";
import type { IdentifiedDeck } from "../store/identify-deck.ts";
import { openStore, readHistory, type Store } from "../store/store.ts";
import { writeExport } from "../store/write-export.ts";
import { DONE, isGiven, printJson } from "./command.ts";
import type { Context } from "./context.ts";
import { identifiedDeck } from "./decks.ts";
import { exportRequest } from "./notes-to-export.ts";
import { openFile } from "./open-file.ts";
import { seenTexts } from "./seen-text.ts";
import { formatIn } from "./transfer-options.ts";
import { uninterrupted } from "./uninterrupted.ts";

/** Writes a package for Anki and remembers what went out. With `--dry-run` it only tells. Returns the exit code. */
export async function exportToAnki(context: Context, file: string): Promise<number> {
  if (isGiven(context, "dry-run")) {
    const history = readHistory(context.places);
    const request = await exportRequest(context, await identifiedDeck(context, history), history);
    tell(context, file, planned(context, request));
    return DONE;
  }
  const store = openStore(context.places);
  try {
    tell(context, file, await send(context, file, store));
  } finally {
    store.close();
  }
  if (isGiven(context, "open")) await openFile(context, file);
  return DONE;
}

/** The Node that sluice itself is run with can write packages. */
const NODE_NEEDED = 26;

async function send(context: Context, file: string, store: Store): Promise<AnkiExport> {
  if (!canWriteDatabases()) {
    const data = { found: process.versions.node, needed: NODE_NEEDED };
    throw new Failure({ code: "node-too-old", data });
  }
  const format = formatIn(context);
  const known = await identifiedDeck(context, store);
  const request = await exportRequest(context, known, store);
  const outcome = planned(context, request);
  const bytes = writePackage(outcome.collection, format);
  await uninterrupted(() => {
    writeExport(file, bytes);
    remember(store, outcome, known, request);
  });
  return outcome;
}

function planned({ terminal }: Context, request: ExportRequest): AnkiExport {
  const outcome = exportAnki(request);
  terminal.progress(null);
  if (outcome.report.notes === 0) throw new Failure({ code: "nothing-selected", data: {} });
  return outcome;
}

/** What later exports and later edits have to know becomes part of the journal. */
function remember(
  store: Store,
  { news, record }: AnkiExport,
  { renamings }: IdentifiedDeck,
  { deck, textOf, progress, moment }: ExportRequest,
): void {
  const renamed = renamings.map((body) => ({ ...moment, ...body }));
  const seen = seenNotes(news, progress, moment, seenTexts(deck, textOf));
  store.append([...renamed, ...seen, ...(record === null ? [] : [{ ...moment, ...record }])]);
}

function tell(context: Context, file: string, { report }: AnkiExport): void {
  const { notes, cards, reviews, added, changed, unchanged, gone, retyped, emptied } = report;
  if (isGiven(context, "json")) {
    printJson(context, { file, notes, cards, reviews, new: added, changed, unchanged });
    return;
  }
  const { terminal } = context;
  const words = context.words.anki.export;
  const headline = isGiven(context, "dry-run") ? words.wouldWrite : words.written;
  terminal.print(headline(file, notes, cards, reviews));
  terminal.print(words.news(added, changed, unchanged));
  if (gone.length > 0) terminal.print(words.gone(gone.length));
  if (retyped.length > 0) terminal.print(words.retyped(retyped.length));
  if (emptied.length > 0) terminal.print(words.emptied(emptied.length));
  for (const line of words.advice) terminal.print(line);
}
