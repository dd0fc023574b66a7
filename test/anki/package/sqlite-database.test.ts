import { DatabaseSync } from "node:sqlite";

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { PackageRefusal } from "../../../src/anki/package/package-refusal.ts";
import type { TableRow } from "../../../src/anki/package/sqlite-database.ts";
import { openDatabase } from "../../../src/anki/package/sqlite-database.ts";

const value = fc.oneof(
  fc.constant(null),
  fc.maxSafeInteger(),
  fc.integer({ min: -128, max: 127 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Number.isInteger(number)),
  fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.toWellFormed().replaceAll("\0", "")),
  fc.nat(9000).map((length) => "x".repeat(length)),
  fc.uint8Array({ maxLength: 40 }),
);

function fileWith(pageSize: number, fill: (database: DatabaseSync) => void): Uint8Array {
  const database = new DatabaseSync(":memory:");
  database.exec(`pragma page_size = ${pageSize}`);
  fill(database);
  const file = database.serialize();
  database.close();
  return file;
}

function plain(rows: Iterable<TableRow>): readonly unknown[] {
  return Array.from(rows, (row) => row.map((each) => (each instanceof Uint8Array ? [...each] : each)));
}

describe("the reader of SQLite databases", () => {
  test("reads what SQLite wrote, in the order of the rowids, whatever the size of pages", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(512, 1024, 4096, 65_536),
        fc.array(fc.tuple(value, value), { maxLength: 60 }),
        (pageSize, rows) => {
          const file = fileWith(pageSize, (database) => {
            database.exec("create table t (id integer primary key, a, b)");
            const insert = database.prepare("insert into t values (?, ?, ?)");
            for (const [index, [a, b]] of rows.entries()) insert.run(index * 3 + 1, a, b);
          });
          const expected = rows.map((row, index) => [index * 3 + 1, ...row]);
          expect(plain(openDatabase(file).rows("t"))).toEqual(plain(expected));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("reads tables without rowids, whose rows are keys", () => {
    const names = Array.from(
      { length: 400 },
      (_, index) => `key ${String(index).padStart(4, "0")} ${"k".repeat(index % 300)}`,
    );
    const file = fileWith(512, (database) => {
      database.exec("create table t (name text primary key, number) without rowid");
      const insert = database.prepare("insert into t values (?, ?)");
      for (const [index, name] of names.entries()) insert.run(name, index);
    });
    expect([...openDatabase(file).rows("t")]).toEqual(names.map((name, index) => [name, index]));
  });

  test("reads a database that was left in WAL mode", () => {
    const file = fileWith(4096, (database) =>
      database.exec("create table t (id integer primary key, a); insert into t values (1, 'x')"),
    );
    file.set([2, 2], 18);
    expect([...openDatabase(file).rows("t")]).toEqual([[1, "x"]]);
  });

  test("knows which tables there are; one that isn't there has no rows", () => {
    const database = openDatabase(
      fileWith(4096, (each) => each.exec("create table t (id); create view v as select 1")),
    );
    expect([database.has("t"), database.has("v"), database.has("u")]).toEqual([true, false, false]);
    expect([...database.rows("u")]).toEqual([]);
  });

  test("refuses what is no database", () => {
    expect(() => openDatabase(Buffer.from("no database at all"))).toThrow(PackageRefusal);
  });

  test("refuses a tree that leads back to itself", () => {
    const file = fileWith(512, (database) => {
      database.exec("create table t (id integer primary key, a)");
      for (let index = 0; index < 100; index += 1)
        database.exec(`insert into t values (${index}, '${"x".repeat(100)}')`);
    });
    // The root of the table is its second page, an interior one: its last child becomes itself.
    new DataView(file.buffer, file.byteOffset).setUint32(512 + 8, 2);
    expect(() => [...openDatabase(file).rows("t")]).toThrow(PackageRefusal);
  });

  test("ends, and fails in no other way, whatever byte is changed", () => {
    const file = fileWith(512, (database) => {
      database.exec(
        "create table t (id integer primary key, a); create table u (k primary key, v) without rowid",
      );
      for (let index = 0; index < 40; index += 1) {
        database.exec(
          `insert into t values (${index}, '${"x".repeat(index * 40)}'); insert into u values ('${index}', 1)`,
        );
      }
    });
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), (at, byte) => {
        const changed = Uint8Array.from(file);
        changed[at] = byte;
        // A number that points out of the file is a RangeError: `readPackage` takes both for damage.
        expect(faultOf(changed)).toBeOneOf(["none", "PackageRefusal", "RangeError"]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Returns what reading a database throws, by name. */
function faultOf(file: Uint8Array): string {
  try {
    const database = openDatabase(file);
    plain([...database.rows("t"), ...database.rows("u")]);
    return "none";
  } catch (error) {
    if (error instanceof PackageRefusal) return "PackageRefusal";
    return error instanceof Error ? error.name : "no error";
  }
}
