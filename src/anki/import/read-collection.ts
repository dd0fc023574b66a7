import { PackageRefusal } from "../package/package-refusal.ts";
import type { TableRow } from "../package/sqlite-database.ts";
import type { FoundCollection } from "./find-collection.ts";
import type { Outline } from "./outline.ts";
import type { PackageCard, PackageContents, PackageNote, PackageReview } from "./package-contents.ts";
import { readEvent } from "./read-event.ts";
import { readOutline } from "./read-outline.ts";

/** Reads the tables that all layouts have. Throws a PackageRefusal. */
export function readCollection(found: FoundCollection): PackageContents {
  const { database } = found;
  if (!["notes", "cards", "revlog", "col"].every((table) => database.has(table)))
    throw new PackageRefusal("damaged");
  const outline = readOutline(found);
  const notes = new Map<number, PackageNote>();
  for (const row of database.rows("notes")) notes.set(numberAt(row, 0), noteIn(row, outline));
  refuseStub(notes);
  const cards = new Map<number, PackageCard>();
  for (const row of database.rows("cards")) {
    const note = notes.get(numberAt(row, 1));
    if (note !== undefined) cards.set(numberAt(row, 0), cardIn(row, note, outline));
  }
  const reviews: PackageReview[] = [];
  for (const row of database.rows("revlog")) {
    const card = cards.get(numberAt(row, 1));
    // Anki keeps the reviews of deleted cards.
    if (card !== undefined) reviews.push(reviewIn(row, card, outline));
  }
  return { notes: [...notes.values()], cards: [...cards.values()], reviews, presets: outline.presets };
}

/** The note by which Anki tells old programs that there is more than they see begins with these words. */
const STUB = "Please update to the latest Anki version";

function refuseStub(notes: ReadonlyMap<number, PackageNote>): void {
  const [only] = notes.values();
  if (notes.size === 1 && only?.fields[0]?.startsWith(STUB) === true) throw new PackageRefusal("stub-only");
}

// The columns of rslib/src/storage/schema11.sql.

function noteIn(row: TableRow, { noteTypes }: Outline): PackageNote {
  const noteType = noteTypes.get(numberAt(row, 2));
  if (noteType === undefined) throw new PackageRefusal("damaged");
  return {
    guid: textAt(row, 1),
    noteType,
    modified: numberAt(row, 3),
    tags: textAt(row, 5)
      .split(/[ \u3000]+/u)
      .filter((tag) => tag !== ""),
    fields: textAt(row, 6).split("\u001f"),
  };
}

const STATES = ["new", "learning", "review", "relearning"] as const;

function cardIn(row: TableRow, note: PackageNote, outline: Outline): PackageCard {
  const [type, queue, odid] = [numberAt(row, 6), numberAt(row, 7), numberAt(row, 15)];
  // In a filtered deck a card keeps the id of its home.
  const deck = outline.decks.get(odid === 0 ? numberAt(row, 2) : odid);
  return {
    id: numberAt(row, 0),
    note,
    ord: numberAt(row, 3),
    deck: deck?.name ?? "Default",
    preset: deck?.preset ?? 0,
    modified: numberAt(row, 4),
    state: stateOf(type, queue, outline),
    standing: queue === -1 ? "suspended" : queue < -1 ? "buried" : "active",
    flag: numberAt(row, 16) % 8,
  };
}

/** To the first scheduler a forgotten card is one of the reviews that waits in the queue of learning. */
function stateOf(type: number, queue: number, { scheduler }: Outline): PackageCard["state"] {
  if (scheduler === "first" && type === 2 && queue === 1) return "relearning";
  return STATES[type] ?? "new";
}

function reviewIn(row: TableRow, card: PackageCard, { scheduler }: Outline): PackageReview {
  const [ease, factor, kind] = [numberAt(row, 3), numberAt(row, 6), numberAt(row, 8)];
  return {
    card,
    at: numberAt(row, 0),
    milliseconds: Math.max(0, numberAt(row, 7)),
    event: readEvent({ ease, factor, kind }, scheduler),
  };
}

function numberAt(row: TableRow, column: number): number {
  const value = row[column];
  return typeof value === "number" && Number.isSafeInteger(value) ? value : 0;
}

function textAt(row: TableRow, column: number): string {
  const value = row[column];
  return typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
}
