import { DatabaseSync } from "node:sqlite";
import { zstdDecompressSync } from "node:zlib";

import { beforeAll, describe, expect, test } from "vitest";

import type { Collection } from "../../../src/anki/package/collection.ts";
import { writePackage } from "../../../src/anki/package/write-package.ts";
import { listZip, readMember } from "../../../src/anki/package/zip-reader.ts";
import { instantOf } from "../../../src/base/day.ts";
import { bytesSource } from "../byte-source.ts";
import { sampleDiary, sampleExport } from "../sample-export.ts";

const NOW = instantOf(Date.parse("2026-11-20T12:00:00Z"));
let collection: Collection;
let legacy: Uint8Array;
let latest: Uint8Array;

beforeAll(() => {
  collection = sampleExport({ events: sampleDiary(NOW).events, at: NOW }).collection;
  legacy = writePackage(collection, "legacy");
  latest = writePackage(collection, "latest");
});

function members(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const source = bytesSource(file);
  return new Map(listZip(source).map((member) => [member.name, readMember(source, member, 1e9)]));
}

function open(bytes: Uint8Array): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.deserialize(bytes);
  return database;
}

function collectionIn(file: Uint8Array): DatabaseSync {
  const found = members(file);
  return open(found.get("collection.anki2") ?? new Uint8Array(0));
}

/** What parts the fields of a note in a database of Anki's. */
const FIELD_END = String.fromCodePoint(31);

describe("a package", () => {
  test("is the same bytes for the same collection, in either layout", () => {
    expect(Buffer.compare(writePackage(collection, "legacy"), legacy)).toBe(0);
    expect(Buffer.compare(writePackage(collection, "latest"), latest)).toBe(0);
  });
});

describe("a package in the oldest layout", () => {
  test("holds a collection, a list of media and the media, and nothing that tells another layout", () => {
    expect([...members(legacy).keys()]).toEqual(["collection.anki2", "media", "0"]);
  });

  test("lists its pictures by number", () => {
    const list: unknown = JSON.parse(Buffer.from(members(legacy).get("media") ?? []).toString());
    expect(list).toEqual({ "0": collection.media[0]?.name });
    expect(members(legacy).get("0")).toEqual(Buffer.from(collection.media[0]?.bytes ?? []));
  });

  test("is a sound database of schema 11", () => {
    const database = collectionIn(legacy);
    expect(database.prepare("pragma integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
    expect(database.prepare("select ver, dty, usn from col").all()).toEqual([{ ver: 11, dty: 0, usn: 0 }]);
  });

  test("says by whose rules and in which zone reviews were made", () => {
    const { conf } = collectionIn(legacy).prepare("select conf from col").get() ?? {};
    expect(JSON.parse(String(conf))).toMatchObject({
      schedVer: 2,
      sched2021: true,
      creationOffset: -480,
      rollover: 4,
    });
  });

  test("holds every note, card and review once", () => {
    const database = collectionIn(legacy);
    const count = (table: string): unknown =>
      Object.values(database.prepare(`select count(*) from ${table}`).get() ?? {})[0];
    const { notes, cards, reviews } = collection;
    expect([count("notes"), count("cards"), count("revlog")]).toEqual([
      notes.length,
      cards.length,
      reviews.length,
    ]);
  });

  test("keeps numbers that are questions as what they are", () => {
    const [note] = collection.notes;
    const numbers = {
      ...collection,
      notes: note === undefined ? [] : [{ ...note, fields: ["007", ...note.fields.slice(1)] }],
      cards: [],
    };
    const database = collectionIn(writePackage(numbers, "legacy"));
    expect(database.prepare("select flds from notes").get()).toMatchObject({
      flds: expect.stringContaining(`007${FIELD_END}`),
    });
    expect(database.prepare("pragma integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  });

  test("has a deck above every deck, and the one that every collection has", () => {
    const { decks } = collectionIn(legacy).prepare("select decks from col").get() ?? {};
    const names = Object.values(JSON.parse(String(decks)) as Record<string, { name: string }>).map(
      ({ name }) => name,
    );
    expect(names.toSorted()).toEqual(["Default", "sluice", "sluice::01 时间", "sluice::02 状态"]);
  });
});

describe("a package in the latest layout", () => {
  test("says which layout it is, and tells old programs to look for a newer one", () => {
    const found = members(latest);
    expect([...found.keys()]).toEqual(["meta", "collection.anki21b", "collection.anki2", "media", "0"]);
    expect(Buffer.from(found.get("meta") ?? []).toString("hex")).toBe("0803");
    const stub = collectionIn(latest).prepare("select flds from notes").all();
    expect(stub).toEqual([{ flds: expect.stringContaining("2.1.50") }]);
  });

  test("is a database of schema 18 whose names sort as only Anki can", () => {
    const bytes = zstdDecompressSync(members(latest).get("collection.anki21b") ?? new Uint8Array(0));
    const database = open(bytes);
    expect(database.prepare("select ver, conf, models from col").all()).toEqual([
      { ver: 18, conf: "", models: "" },
    ]);
    const unsorted = database
      .prepare("select name from sqlite_schema where sql like '%collate nocase%'")
      .all();
    expect(unsorted).toEqual([]);
    expect(() => database.prepare("select name from decks order by name").all()).toThrow(/unicase/u);
  });
});
