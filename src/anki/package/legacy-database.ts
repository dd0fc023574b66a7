import type { Collection } from "./collection.ts";
import { decksJson, noteTypesJson, presetsJson } from "./legacy-json.ts";
import { writeRows } from "./rows.ts";
import { collectionSettings } from "./settings.ts";
import { databaseFile } from "./sqlite.ts";

// Deletions that a server hasn't heard of; schema 18 has the columns in another order.
const GRAVES = "create table graves (usn integer not null, oid integer not null, type integer not null);";

/** Returns a collection as the database of schema 11, which every Anki reads and brings up to date by itself. */
export function legacyDatabase(collection: Collection): Uint8Array {
  const { noteTypes, decks, preset, minutesWest } = collection;
  return databaseFile((database) => {
    writeRows(database, collection, {
      version: 11,
      conf: JSON.stringify(collectionSettings(minutesWest)),
      models: noteTypesJson(noteTypes),
      decks: decksJson(decks, preset),
      dconf: presetsJson(preset),
      tags: "{}",
    });
    database.exec(GRAVES);
  });
}
