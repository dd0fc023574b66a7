import type { DatabaseSync } from "node:sqlite";

import type { AnkiCard, AnkiNote, AnkiReview, Collection } from "./collection.ts";
import { sortFieldOf } from "./sort-field.ts";

// The tables that the two schemas have in common: rslib/src/storage/schema11.sql.
const TABLES = `
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
  left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null);
`;

const INDEXES = `
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
`;

/** The JSON texts of the table `col`. */
export interface CollectionTexts {
  readonly version: 11 | 18;
  readonly conf: string;
  readonly models: string;
  readonly decks: string;
  readonly dconf: string;
  readonly tags: string;
}

/** Marks a row as one that no server has seen. */
export const UNSYNCED = -1;
/** Stands between the fields of a note. */
const FIELD_SEPARATOR = "\u001f";

/** Makes the tables that both schemas have and fills them. */
export function writeRows(database: DatabaseSync, collection: Collection, texts: CollectionTexts): void {
  database.exec(TABLES);
  writeCollection(database, collection, texts);
  writeNotes(database, collection.notes);
  writeCards(database, collection.cards);
  writeReviews(database, collection.reviews);
  // Built at the end, an index is written once and in order.
  database.exec(INDEXES);
}

function writeCollection(
  database: DatabaseSync,
  { created, modified }: Collection,
  texts: CollectionTexts,
): void {
  const { version, conf, models, decks, dconf, tags } = texts;
  const milliseconds = modified * 1000;
  database
    .prepare("insert into col values (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?)")
    .run(created / 1000, milliseconds, milliseconds, version, conf, models, decks, dconf, tags);
}

function writeNotes(database: DatabaseSync, notes: readonly AnkiNote[]): void {
  const insert = database.prepare(`insert into notes values (?, ?, ?, ?, ${UNSYNCED}, ?, ?, ?, ?, 0, '')`);
  for (const { id, guid, noteType, modified, tags, fields } of notes) {
    const sort = sortFieldOf(fields[0] ?? "");
    const written = tags.length === 0 ? "" : ` ${tags.join(" ")} `;
    insert.run(id, guid, noteType, modified, written, fields.join(FIELD_SEPARATOR), sort.text, sort.checksum);
  }
}

function writeCards(database: DatabaseSync, cards: readonly AnkiCard[]): void {
  const insert = database.prepare(
    `insert into cards values (?, ?, ?, ?, ?, ${UNSYNCED}, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)`,
  );
  for (const card of cards) {
    const { id, note, deck, ord, modified, type, queue, due, interval, factor } = card;
    const { reps, lapses, left, flag, data } = card;
    insert.run(
      id,
      note,
      deck,
      ord,
      modified,
      type,
      queue,
      due,
      interval,
      factor,
      reps,
      lapses,
      left,
      flag,
      data,
    );
  }
}

function writeReviews(database: DatabaseSync, reviews: readonly AnkiReview[]): void {
  const insert = database.prepare(`insert into revlog values (?, ?, ${UNSYNCED}, ?, ?, ?, ?, ?, ?)`);
  for (const { id, card, rating, interval, lastInterval, factor, milliseconds, kind } of reviews) {
    insert.run(id, card, rating, interval, lastInterval, factor, milliseconds, kind);
  }
}
