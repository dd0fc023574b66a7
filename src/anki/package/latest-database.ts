import type { DatabaseSync } from "node:sqlite";

import type { Collection, DatedNoteType } from "./collection.ts";
import { deckBlob, fieldBlob, noteTypeBlob, presetBlob, templateBlob } from "./latest-blobs.ts";
import { DEFAULT_PRESET_VALUES } from "./legacy-json.ts";
import { UNSYNCED, writeRows } from "./rows.ts";
import { collectionSettings, DEFAULT_DECK, DEFAULT_PRESET } from "./settings.ts";
import { databaseFile } from "./sqlite.ts";

// What schema 11 had as JSON (rslib/src/storage/upgrades/schema14_upgrade.sql to schema18_upgrade.sql).
const TABLES = `
create table deck_config (id integer primary key not null, name text not null collate unicase,
  mtime_secs integer not null, usn integer not null, config blob not null);
create table config (KEY text not null primary key, usn integer not null, mtime_secs integer not null,
  val blob not null) without rowid;
create table fields (ntid integer not null, ord integer not null, name text not null collate unicase,
  config blob not null, primary key (ntid, ord)) without rowid;
create table templates (ntid integer not null, ord integer not null, name text not null collate unicase,
  mtime_secs integer not null, usn integer not null, config blob not null, primary key (ntid, ord)) without rowid;
create table notetypes (id integer not null primary key, name text not null collate unicase,
  mtime_secs integer not null, usn integer not null, config blob not null);
create table decks (id integer primary key not null, name text not null collate unicase,
  mtime_secs integer not null, usn integer not null, common blob not null, kind blob not null);
create table tags (tag text not null primary key collate unicase, usn integer not null, collapsed boolean not null,
  config blob null) without rowid;
create table graves (oid integer not null, type integer not null, usn integer not null,
  primary key (oid, type)) without rowid;
create unique index idx_fields_name_ntid on fields (name, ntid);
create unique index idx_templates_name_ntid on templates (name, ntid);
create index idx_templates_usn on templates (usn);
create unique index idx_notetypes_name on notetypes (name);
create index idx_notetypes_usn on notetypes (usn);
create unique index idx_decks_name on decks (name);
create index idx_notes_mid on notes (mid);
create index idx_cards_odid on cards (odid) where odid != 0;
create index idx_graves_pending on graves (usn);
`;

const NO_TEXTS = { version: 18, conf: "", models: "", decks: "", dconf: "", tags: "" } as const;

/** Returns a collection as the database of schema 18, that of Anki's own exports. */
export function latestDatabase(collection: Collection): Uint8Array {
  return databaseFile((database) => {
    writeRows(database, collection, NO_TEXTS);
    // Only Anki knows how `unicase` sorts. For the names that we write `nocase` sorts alike, so the tables are made
    // with it and are renamed to the other.
    database.exec(TABLES.replaceAll("collate unicase", "collate nocase"));
    writeSettings(database, collection);
    for (const noteType of collection.noteTypes) writeNoteType(database, noteType);
    writeDecks(database, collection);
    database.exec("pragma writable_schema = on");
    database.exec("update sqlite_schema set sql = replace(sql, 'collate nocase', 'collate unicase')");
  });
}

function writeSettings(database: DatabaseSync, { minutesWest, preset }: Collection): void {
  const setting = database.prepare("insert into config values (?, 0, 0, ?)");
  for (const [key, value] of Object.entries(collectionSettings(minutesWest))) {
    setting.run(key, Buffer.from(JSON.stringify(value)));
  }
  const insert = database.prepare(`insert into deck_config values (?, ?, ?, ${UNSYNCED}, ?)`);
  for (const each of [DEFAULT_PRESET_VALUES, preset])
    insert.run(each.id, each.name, each.modified, presetBlob(each));
}

function writeNoteType(database: DatabaseSync, noteType: DatedNoteType): void {
  const { id, name, modified, fields, templates } = noteType;
  database
    .prepare(`insert into notetypes values (?, ?, ?, ${UNSYNCED}, ?)`)
    .run(id, name, modified, noteTypeBlob(noteType));
  const field = database.prepare("insert into fields values (?, ?, ?, ?)");
  for (const [ord, each] of fields.entries()) field.run(id, ord, each.name, fieldBlob(each));
  const template = database.prepare(`insert into templates values (?, ?, ?, ?, ${UNSYNCED}, ?)`);
  for (const [ord, each] of templates.entries())
    template.run(id, ord, each.name, modified, templateBlob(each));
}

function writeDecks(database: DatabaseSync, { decks, preset }: Collection): void {
  const insert = database.prepare(`insert into decks values (?, ?, ?, ${UNSYNCED}, x'', ?)`);
  insert.run(DEFAULT_DECK, "Default", 0, deckBlob(DEFAULT_PRESET));
  // Here a deck is parted from its parent by a unit separator.
  for (const { id, name } of decks)
    insert.run(id, name.replaceAll("::", "\u001f"), preset.modified, deckBlob(preset.id));
}
