import { createHash } from "node:crypto";

import { SECOND } from "../../base/day.ts";
import { noteOf } from "../../card/card.ts";
import type { ExportedNote, HistoryEvent, NotesExported } from "../../history/event.ts";
import { inOrder } from "../../history/order.ts";
import { isRenaming } from "../../history/owners.ts";
import { retractedBy } from "../../history/retraction.ts";
import { guidOf } from "../notes/guid.ts";

/** What was exported before. */
export interface Ledger {
  /** The notes by the uids that they have now, with the content that they went out with last. */
  readonly notes: ReadonlyMap<string, LedgerNote>;
  /** What Anki knows them by. */
  readonly guids: ReadonlySet<string>;
  /** The note types by their names. */
  readonly noteTypes: ReadonlyMap<string, Dated>;
}

/** Content, and when it first went out, in seconds: by that Anki tells which of two is newer. */
export interface Dated {
  readonly hash: string;
  readonly modified: number;
}

export type LedgerNote = ExportedNote & Dated;

/** Returns the ledger that follows from a whole journal: notes go by the uids that they have now. */
export function ledgerIn(events: readonly HistoryEvent[]): Ledger {
  const notes = new Map<string, LedgerNote>();
  const noteTypes = new Map<string, Dated>();
  for (const { event, nameOf } of exportsIn(events)) {
    const now = Math.floor(event.at / SECOND);
    for (const note of event.notes) {
      const key = nameOf(note.note);
      const known = notes.get(key);
      notes.set(key, { ...note, ...identityOf(known, note), ...dated(known, note.hash, now) });
    }
    for (const [name, hash] of Object.entries(event.noteTypes)) {
      noteTypes.set(name, dated(noteTypes.get(name), hash, now));
    }
  }
  return { notes, guids: new Set(Array.from(notes.values(), ({ guid }) => guid)), noteTypes };
}

/** Returns the guid of a note: the one under which it went out first or, made of its uid, one that no other note has. */
export function guidIn({ notes, guids }: Ledger, key: string): string {
  const known = notes.get(key);
  if (known !== undefined) return known.guid;
  // A note that was renamed keeps its guid; its old uid may be another's by now.
  let name = key;
  while (guids.has(guidOf(name))) name += "'";
  return guidOf(name);
}

/**
 * Returns content with its date: content that went out before, from another device perhaps, keeps the one it has; what
 * has changed gets a later one, whatever the clock says.
 */
export function dated(known: Dated | undefined, hash: string, now: number): Dated {
  if (known === undefined) return { hash, modified: now };
  return { hash, modified: known.hash === hash ? known.modified : Math.max(now, known.modified + 1) };
}

/** Returns a hash of content that is plain JSON. */
export function hashOfContent(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 22);
}

type Export = HistoryEvent & NotesExported;

/** An export, and what the notes are called now that were called otherwise then. */
interface NamedExport {
  readonly event: Export;
  readonly nameOf: (note: string) => string;
}

/** Returns the exports in their order. Names change backwards: what came before a renaming is about the note that was renamed. */
function exportsIn(events: readonly HistoryEvent[]): readonly NamedExport[] {
  const retracted = retractedBy(events);
  const found: NamedExport[] = [];
  let names: ReadonlyMap<string, string> = new Map();
  for (const event of inOrder(events.filter((each) => isExport(each) || isRenaming(each))).toReversed()) {
    if (isExport(event)) {
      const later = names;
      found.push({ event, nameOf: (note) => later.get(note) ?? note });
    } else if (isRenaming(event) && !retracted.has(event.id)) {
      const to = noteOf(event.to);
      names = new Map([...names, [noteOf(event.card), names.get(to) ?? to]]);
    }
  }
  return found.toReversed();
}

function isExport(event: HistoryEvent): event is Export {
  return event.type === "notes-exported";
}

/** The first guid and the first ids stay; those of cards that came later join them. */
function identityOf(
  known: LedgerNote | undefined,
  { guid, id, cards }: ExportedNote,
): Pick<ExportedNote, "guid" | "id" | "cards"> {
  if (known === undefined) return { guid, id, cards };
  return { guid: known.guid, id: known.id, cards: { ...cards, ...known.cards } };
}
