import { DatabaseSync } from "node:sqlite";

/** Tells whether this Node can hand a database out as bytes, which it learned late (26.1, and 24 with its last versions). */
export function canWriteDatabases(): boolean {
  return "serialize" in DatabaseSync.prototype;
}

/** Fills a new database within one transaction and returns its file. The same filling gives the same bytes. */
export function databaseFile(fill: (database: DatabaseSync) => void): Uint8Array {
  // Not defensive: the schema of the latest layout names a collation that only Anki has, and is written by hand.
  const database = new DatabaseSync(":memory:", { defensive: false });
  try {
    database.exec("begin");
    fill(database);
    database.exec("commit");
    return database.serialize();
  } finally {
    database.close();
  }
}
