import { PackageRefusal } from "./package-refusal.ts";
import type { Pages, TreePage } from "./sqlite-pages.ts";
import { openPages, readPayload, treePage } from "./sqlite-pages.ts";
import type { SqlValue } from "./sqlite-record.ts";
import { readRecord, readVarint } from "./sqlite-record.ts";

/** A row of a table, its columns in the order of `create table`; in one WITHOUT ROWID those of its key come first. */
export type TableRow = readonly SqlValue[];

/** A SQLite database that is only read. */
export interface Database {
  readonly has: (table: string) => boolean;
  /**
   * Returns the rows of a table, none if there is no such table. Throws a PackageRefusal where the file contradicts
   * itself.
   */
  readonly rows: (table: string) => Generator<TableRow>;
}

/**
 * Opens a SQLite database that a stranger may have made. It follows the file format and nothing else: what a schema
 * can make SQLite do (views, triggers, collations that only Anki knows) is never run. Throws a PackageRefusal if it is
 * no database.
 */
export function openDatabase(bytes: Uint8Array): Database {
  const pages = openPages(bytes);
  const tables = new Map<string, number>();
  for (const [type, name, , root] of rowsBelow(pages, 1, new Set())) {
    if (type === "table" && typeof name === "string" && typeof root === "number") tables.set(name, root);
  }
  return {
    has: (table) => tables.has(table),
    *rows(table) {
      const root = tables.get(table);
      if (root !== undefined) yield* rowsBelow(pages, root, new Set());
    },
  };
}

function* rowsBelow(pages: Pages, number: number, visited: Set<number>): Generator<TableRow> {
  // A page that leads back to itself would never end.
  if (visited.has(number)) throw new PackageRefusal("damaged");
  visited.add(number);
  const page = treePage(pages, number);
  for (const cell of page.cells) yield* rowsOfCell(pages, page, cell, visited);
  if (page.rightmost !== 0) yield* rowsBelow(pages, page.rightmost, visited);
}

function* rowsOfCell(
  pages: Pages,
  { kind }: TreePage,
  cell: number,
  visited: Set<number>,
): Generator<TableRow> {
  switch (kind) {
    case "table-interior":
      yield* rowsBelow(pages, childAt(pages, cell), visited);
      return;
    case "index-interior":
      yield* rowsBelow(pages, childAt(pages, cell), visited);
      yield readRecord(readPayload(pages, kind, cell + 4, readVarint(pages.bytes, cell + 4).end));
      return;
    case "index-leaf":
      yield readRecord(readPayload(pages, kind, cell, readVarint(pages.bytes, cell).end));
      return;
    case "table-leaf": {
      const rowId = readVarint(pages.bytes, readVarint(pages.bytes, cell).end);
      yield withRowId(readRecord(readPayload(pages, kind, cell, rowId.end)), rowId.value);
    }
  }
}

function childAt({ view, bytes }: Pages, cell: number): number {
  if (cell + 4 > bytes.length) throw new PackageRefusal("damaged");
  return view.getUint32(cell);
}

/** Anki's tables with a rowid have it as their first column, `id`: it stands before the record, not in it. */
function withRowId([first = null, ...others]: TableRow, rowId: number): TableRow {
  return [first ?? rowId, ...others];
}
