import type { Wording } from "../../card/note-text.ts";
import { eventIdOf } from "../event-id.ts";
import type { matchNotes } from "./match-notes.ts";
import type { PastNote, PresentNote } from "./notes.ts";

/** A note that a deck had and has no more, nothing of which is in the history: where it stood, and what it said. */
export interface FormerNote {
  readonly uid: string;
  readonly file: string;
  readonly line: number;
  readonly wordings: readonly Wording[];
}

/** What is there now: the notes that the deck didn't have before, and what they say. */
export interface Newcomers {
  readonly notes: readonly PresentNote[];
  readonly wordingsOf: (note: PresentNote) => readonly Wording[];
}

/**
 * Returns what notes without a past have become after an edit, by their old uids. `match` pairs them as it does those
 * with a past; besides, one that went and one that came in the same file, with no other of either, are the same.
 */
export function followNotes(
  former: readonly FormerNote[],
  newcomers: Newcomers,
  match: typeof matchNotes,
): ReadonlyMap<string, PresentNote> {
  const byPast = new Map(former.map((note) => [pastOf(note), note]));
  const comparison = { kept: [], pairs: [], lost: [...byPast.keys()], fresh: newcomers.notes };
  const { pairs } = match(comparison, {
    ofPast: (past) => byPast.get(past)?.wordings ?? [],
    ofPresent: newcomers.wordingsOf,
  });
  const matched = new Map(pairs.map(({ past, present }) => [past.uid, present]));
  const [left, ...others] = former.filter(({ uid }) => !matched.has(uid));
  const found = new Set(matched.values());
  const open = newcomers.notes.filter((note) => !found.has(note) && note.faces[0]?.place.file === left?.file);
  const [only] = open;
  if (left === undefined || only === undefined || others.length > 0 || open.length > 1) return matched;
  return new Map([...matched, [left.uid, only]]);
}

/** What stands for the event of a note that no event is about. */
const NOWHERE = eventIdOf("~", 1);

function pastOf({ uid, file, line }: FormerNote): PastNote {
  return { uid, cards: [], rows: [{ event: NOWHERE, file, line, texts: [uid] }], introduced: null };
}
