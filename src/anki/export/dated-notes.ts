import type { Instant } from "../../base/day.ts";
import { SECOND } from "../../base/day.ts";
import type { AssignedIds } from "./assign-ids.ts";
import { assignIds } from "./assign-ids.ts";
import type { Dated, Ledger } from "./ledger.ts";
import { dated, hashOfContent } from "./ledger.ts";
import type { RenderedNote } from "./render-notes.ts";

/** What Anki hears of a note for the first time, or anew. */
export type News = "new" | "changed" | "unchanged";

/** A note as it goes out, with the ids and the date by which Anki knows it again. */
export interface DatedNote extends RenderedNote, Dated {
  readonly ids: AssignedIds;
  readonly news: News;
}

/** Returns notes with their ids and dates: what hasn't changed keeps its date, so that Anki leaves it as it is. */
export function datedNotes(
  notes: readonly RenderedNote[],
  ledger: Ledger,
  now: Instant,
): readonly DatedNote[] {
  const needs = notes.map(({ key, cards }) => ({ key, siblings: cards.map(({ sibling }) => sibling) }));
  const ids = assignIds(needs, ledger, now);
  return notes.map((note) => {
    const own = ids.get(note.key);
    if (own === undefined) throw new Error(`no ids for ${note.key}`);
    const known = ledger.notes.get(note.key);
    const date = dated(
      known,
      hashOfContent([note.noteType, note.fields, note.tags]),
      Math.floor(now / SECOND),
    );
    return { ...note, ...date, ids: own, news: newsOf(known, date) };
  });
}

function newsOf(known: Dated | undefined, { hash }: Dated): News {
  if (known === undefined) return "new";
  return known.hash === hash ? "unchanged" : "changed";
}
