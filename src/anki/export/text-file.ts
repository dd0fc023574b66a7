import { noteTypeIn } from "../notes/note-types.ts";
import type { NotesRequest } from "./export-request.ts";
import { ledgerIn } from "./ledger.ts";
import type { RenderedNote } from "./render-notes.ts";
import { renderNotes } from "./render-notes.ts";

/** What Anki's text import wants to know about the file (Anki Manual, "Text Files", "File Headers"). */
const HEADER = [
  "#separator:tab",
  "#html:true",
  "#guid column:1",
  "#notetype column:2",
  "#deck column:3",
  "#tags column:4",
];

/** A file of text, and how many notes it holds. */
export interface NotesFile {
  readonly text: string;
  readonly notes: number;
}

/** Returns notes as tab-separated text that Anki imports: by guid, so that a second import changes nothing. */
export function textFile(request: NotesRequest): NotesFile {
  const { notes } = renderNotes(request, ledgerIn(request.events));
  const columns = Math.max(0, ...notes.map(({ fields }) => fields.length));
  const lines = notes.map((note) => lineOf(note, columns));
  return { text: [...HEADER, ...lines, ""].join("\n"), notes: notes.length };
}

function lineOf({ guid, noteType, deck, tags, fields }: RenderedNote, columns: number): string {
  const padding = Array.from({ length: columns - fields.length }, () => "");
  const { name } = noteTypeIn(noteType, "zh");
  return [guid, name, deck, tags.join(" "), ...fields, ...padding].map(quoted).join("\t");
}

/** A line that begins with a number sign would be taken for a comment. */
function quoted(value: string): string {
  return /["\t\n\r]|^#/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
