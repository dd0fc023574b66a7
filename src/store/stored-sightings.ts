import type { CardId } from "../card/card.ts";
import type { EventId } from "../history/event-id.ts";
import type { Sighting } from "../history/progress.ts";

/** The ledger in columns: it is read at every start, but not looked into unless a note is missing. Plain JSON. */
export interface StoredSightings {
  readonly ids: readonly CardId[];
  readonly events: readonly EventId[];
  /** The names of the files that the numbers stand for. */
  readonly names: readonly string[];
  readonly files: readonly number[];
  readonly lines: readonly number[];
  readonly texts: readonly (readonly string[])[];
}

/** Returns the ledger as it is stored. */
export function storedSightings(seen: Readonly<Record<CardId, Sighting>>): StoredSightings {
  const rows = Object.values<Sighting>(seen);
  const names = [...new Set(rows.map(({ file }) => file))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    ids: Object.keys(seen) as CardId[],
    events: rows.map(({ event }) => event),
    names,
    files: rows.map(({ file }) => numbers.get(file) ?? 0),
    lines: rows.map(({ line }) => line),
    texts: rows.map(({ texts }) => texts),
  };
}

/** Returns a stored ledger as it was. */
export function sightingsStored(stored: StoredSightings): Record<CardId, Sighting> {
  // Without a prototype any id will do, and thousands of them are no burden.
  const seen: Record<CardId, Sighting> = Object.create(null);
  for (let row = 0; row < stored.ids.length; row += 1) {
    const event = stored.events[row];
    if (event === undefined) continue;
    seen[stored.ids[row] as CardId] = {
      event,
      file: stored.names[stored.files[row] ?? 0] ?? "",
      line: stored.lines[row] ?? 0,
      texts: stored.texts[row] ?? [],
    };
  }
  return seen;
}
