import type { Lang } from "../base/lang.ts";
import type { Problem } from "../base/problem.ts";
import type { Card, CardKind, Face } from "../card/card.ts";
import { cardIdOf } from "../card/card.ts";
import type { NoteEntry } from "./compiled-file.ts";

/** A note in every language that it has been found in; its first entry says what its cards are. */
export interface PairedNote {
  readonly entry: NoteEntry;
  readonly faces: Readonly<Partial<Record<Lang, Face>>>;
}

/** Adds a note to those known by their uids, or tells what keeps it from being one of them. */
export function addNote(notes: Map<string, PairedNote>, entry: NoteEntry, face: Face): Problem | null {
  const uid = entry.id ?? entry.fingerprint;
  const known = notes.get(uid);
  if (known === undefined) {
    notes.set(uid, { entry, faces: { [entry.lang]: face } });
    return null;
  }
  const problem = conflictOf(known, entry);
  if (problem === null)
    notes.set(uid, { entry: withFactsOf(known.entry, entry), faces: { ...known.faces, [entry.lang]: face } });
  return problem;
}

/** Returns the cards of a note, one for each sibling. */
export function cardsOf(uid: string, { entry, faces }: PairedNote): readonly Card[] {
  const { kind, chapter, level, tags, since, until } = entry;
  return entry.siblings.map((sibling) => ({
    id: cardIdOf(uid, sibling),
    note: uid,
    sibling,
    kind,
    chapter,
    level,
    tags,
    since,
    until,
    faces,
  }));
}

function conflictOf({ entry: first, faces }: PairedNote, entry: NoteEntry): Problem | null {
  const { id, place, prompt } = entry;
  // Only an id pairs languages: the same words twice are one note written twice.
  if (id === null) return { code: "card-duplicate", place, data: { prompt, first: first.place } };
  const same = faces[entry.lang];
  if (same !== undefined) return { code: "id-duplicate", place, data: { id, first: same.place } };
  return agree(first, entry) ? null : { code: "languages-differ", place, data: { id, other: first.place } };
}

/** Tells whether two entries have as many cards of the same kind; a chapter may be a question in the other language. */
function agree(one: NoteEntry, other: NoteEntry): boolean {
  const kindOf = ({ kind }: NoteEntry): CardKind => (kind === "outline" ? "basic" : kind);
  return (
    kindOf(one) === kindOf(other) &&
    one.options === other.options &&
    one.siblings.length === other.siblings.length &&
    one.siblings.every((sibling, index) => sibling === other.siblings[index])
  );
}

/** Returns an entry that says what the other language says, where it is silent itself. */
function withFactsOf(entry: NoteEntry, other: NoteEntry): NoteEntry {
  return {
    ...entry,
    chapter: entry.chapter === "" ? other.chapter : entry.chapter,
    level: entry.level ?? other.level,
    tags: entry.tags.length === 0 ? other.tags : entry.tags,
    since: entry.since ?? other.since,
    until: entry.until ?? other.until,
  };
}
