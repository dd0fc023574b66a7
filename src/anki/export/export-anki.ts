import type { NotesExported } from "../../history/event.ts";
import type { Collection } from "../package/collection.ts";
import { answersIn } from "./answers.ts";
import { cardFacts } from "./card-facts.ts";
import { cardRows } from "./card-rows.ts";
import { collectionOf } from "./collection-of.ts";
import type { DatedNote } from "./dated-notes.ts";
import { datedNotes } from "./dated-notes.ts";
import type { DatedTypes } from "./dated-types.ts";
import { datedTypes } from "./dated-types.ts";
import type { ExportReport } from "./export-report.ts";
import { exportReport } from "./export-report.ts";
import type { ExportRequest } from "./export-request.ts";
import { ledgerIn } from "./ledger.ts";
import { renderNotes } from "./render-notes.ts";

/** What goes to Anki, and what is to be remembered once it has been written. */
export interface AnkiExport {
  readonly collection: Collection;
  readonly report: ExportReport;
  /** The notes that say something new to Anki. */
  readonly news: readonly DatedNote[];
  /** What later exports have to know; `null` if they know it already. */
  readonly record: NotesExported | null;
}

/** Works out what goes to Anki. Nothing in it depends on the clock but the dates of what is new or has changed. */
export function exportAnki(request: ExportRequest): AnkiExport {
  const { events, moment, front, history } = request;
  const ledger = ledgerIn(events);
  const { notes: rendered, media } = renderNotes(request, ledger);
  const notes = datedNotes(rendered, ledger, moment.at);
  const types = datedTypes(new Set(notes.map(({ noteType }) => noteType)), front, ledger, moment.at);
  const facts = cardFacts(request, notes, history === "with" ? answersIn(events) : []);
  const rows = notes.flatMap((note) => cardRows(note, facts));
  const collection = collectionOf(request, facts, { notes, rows, media, noteTypes: types.noteTypes });
  const news = notes.filter((note) => note.news !== "unchanged");
  return {
    collection,
    news,
    report: exportReport(notes, collection, ledger, request),
    record: recordOf(news, types),
  };
}

function recordOf(news: readonly DatedNote[], types: DatedTypes): NotesExported | null {
  if (news.length === 0 && Object.keys(types.news).length === 0) return null;
  return {
    type: "notes-exported",
    notes: news.map(({ key, guid, noteType, hash, ids }) => ({ note: key, guid, noteType, hash, ...ids })),
    noteTypes: types.news,
  };
}
