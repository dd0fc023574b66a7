import type { Instant } from "../../base/day.ts";
import { SECOND } from "../../base/day.ts";
import type { NoteTypeName } from "../notes/note-types.ts";
import { NOTE_TYPE_NAMES, noteTypeIn } from "../notes/note-types.ts";
import type { Front } from "../notes/templates.ts";
import type { DatedNoteType } from "../package/collection.ts";
import type { Ledger } from "./ledger.ts";
import { dated, hashOfContent } from "./ledger.ts";

/** Note types with their dates, and the hashes of those whose look the ledger doesn't know. */
export interface DatedTypes {
  readonly noteTypes: readonly DatedNoteType[];
  readonly news: Readonly<Record<string, string>>;
}

/** Returns the note types that notes use, as they look with a front; the date of one is that of its look. */
export function datedTypes(
  used: ReadonlySet<NoteTypeName>,
  front: Front,
  ledger: Ledger,
  now: Instant,
): DatedTypes {
  const all = NOTE_TYPE_NAMES.filter((name) => used.has(name)).map((name) => {
    const noteType = noteTypeIn(name, front);
    const known = ledger.noteTypes.get(name);
    return { name, noteType, known, date: dated(known, hashOfContent(noteType), Math.floor(now / SECOND)) };
  });
  const changed = all.filter(({ known, date }) => known?.hash !== date.hash);
  return {
    noteTypes: all.map(({ noteType, date }) => ({ ...noteType, modified: date.modified })),
    news: Object.fromEntries(changed.map(({ name, date }) => [name, date.hash])),
  };
}
