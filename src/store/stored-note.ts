import type { NoteEntry } from "../compile/compiled-file.ts";

/** A note as the index of a deck holds it: a row without the names of the columns and of the file, which every note would repeat. */
export type StoredNote = readonly [
  id: NoteEntry["id"],
  fingerprint: NoteEntry["fingerprint"],
  kind: NoteEntry["kind"],
  lang: NoteEntry["lang"],
  chapter: NoteEntry["chapter"],
  level: NoteEntry["level"],
  tags: NoteEntry["tags"],
  since: NoteEntry["since"],
  until: NoteEntry["until"],
  line: number,
  column: number,
  prompt: NoteEntry["prompt"],
  trail: NoteEntry["trail"],
  siblings: NoteEntry["siblings"],
  options: NoteEntry["options"],
];

/** Returns the row of a note. */
export function storedNote(entry: NoteEntry): StoredNote {
  const { id, fingerprint, kind, lang, chapter, level, tags, since, until, place } = entry;
  const { prompt, trail, siblings, options } = entry;
  const { line, column } = place;
  return [
    id,
    fingerprint,
    kind,
    lang,
    chapter,
    level,
    tags,
    since,
    until,
    line,
    column,
    prompt,
    trail,
    siblings,
    options,
  ];
}

/** Returns the note of a row that stands in `file`. */
export function noteStored(row: StoredNote, file: string): NoteEntry {
  return {
    id: row[0],
    fingerprint: row[1],
    kind: row[2],
    lang: row[3],
    chapter: row[4],
    level: row[5],
    tags: row[6],
    since: row[7],
    until: row[8],
    place: { file, line: row[9], column: row[10] },
    prompt: row[11],
    trail: row[12],
    siblings: row[13],
    options: row[14],
  };
}
