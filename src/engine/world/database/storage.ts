import type { WorldClock } from "../world-clock.ts";
import type { DatabaseConfiguration } from "./database-configuration.ts";
import type { DatabaseTransaction } from "./database-transaction.ts";
import { RowLocks } from "./row-locks.ts";
import { SQLException } from "./sql-exception.ts";
import type { Row } from "./sql-value.ts";
import type { SelectStatement, WriteStatement } from "./statement.ts";
import { checkSchema, completeRow, type TableSchema } from "./table-schema.ts";
import { Table } from "./table.ts";

type ChangeStatement = Extract<WriteStatement, { readonly type: "update" | "delete" }>;

/** What statements have cost a server so far. */
export interface StatementCounters {
  /** Rows that were looked at: without a fitting index all of a table (`Handler_read%`). */
  readonly rowsExamined: number;
  /** Rows that were sent to clients. */
  readonly rowsSent: number;
  readonly rowsWritten: number;
}

/** The tables of a server, and how transactions read, write, lock and commit in them (READ COMMITTED). */
export class Storage {
  readonly #clock: WorldClock;
  readonly #configuration: DatabaseConfiguration;
  readonly #tables = new Map<string, Table>();
  readonly #locks = new RowLocks();
  #rowsExamined = 0;
  #rowsSent = 0;
  #rowsWritten = 0;

  constructor(clock: WorldClock, configuration: DatabaseConfiguration) {
    this.#clock = clock;
    this.#configuration = configuration;
  }

  get counters(): StatementCounters {
    return { rowsExamined: this.#rowsExamined, rowsSent: this.#rowsSent, rowsWritten: this.#rowsWritten };
  }

  /** How many rows are locked by transactions that have not ended. */
  get lockedRows(): number {
    return this.#locks.size;
  }

  createTable(schema: TableSchema): void {
    checkSchema(schema);
    this.#tables.set(schema.name, new Table(schema, this.#configuration.collation));
  }

  /** Throws an SQLException if there is no such table. */
  table(name: string): Table {
    const table = this.#tables.get(name);
    if (table === undefined) throw new SQLException("UNKNOWN_TABLE", `Table '${name}' doesn't exist`);
    return table;
  }

  /** Returns the rows that a transaction sees. */
  select({ table: name, where, columns }: SelectStatement, transaction: DatabaseTransaction): readonly Row[] {
    const { rows, examined } = this.table(name).scan(where, transaction.changesOf(name));
    this.#rowsExamined += examined;
    this.#rowsSent += rows.length;
    return columns === undefined ? rows : rows.map((row) => pick(row, columns));
  }

  /** Carries out a statement in a transaction and returns how many rows it changed. Throws an SQLException. */
  write(statement: WriteStatement, transaction: DatabaseTransaction): number {
    const changed = this.#changedRows(statement, transaction);
    const { writeTimePerRow } = this.#configuration;
    this.#clock.spend(changed * writeTimePerRow);
    this.#rowsWritten += changed;
    return changed;
  }

  /** Puts a row into a transaction, unless it does not fit the table; nothing is counted and nothing locked. */
  load(name: string, row: Row, transaction: DatabaseTransaction): void {
    const table = this.table(name);
    const complete = completeRow(table.schema, row);
    transaction.write(name, table.keyOf(complete), complete);
  }

  /** Makes what a transaction wrote visible to all. */
  commit(transaction: DatabaseTransaction): void {
    for (const [name, changes] of transaction.changes()) this.table(name).apply(changes);
    this.#locks.releaseAll(transaction);
  }

  rollback(transaction: DatabaseTransaction): void {
    this.#locks.releaseAll(transaction);
  }

  #changedRows(statement: WriteStatement, transaction: DatabaseTransaction): number {
    const table = this.table(statement.table);
    if (statement.type === "insert" || statement.type === "upsert") {
      this.#put(table, completeRow(table.schema, statement.row), statement.type, transaction);
      return 1;
    }
    const { rows, examined } = table.scan(statement.where, transaction.changesOf(statement.table));
    this.#rowsExamined += examined;
    const changes = rows.map((row) => ({ before: row, after: changedRow(table.schema, statement, row) }));
    for (const { before } of changes) this.#lock(statement.table, table.keyOf(before), transaction);
    for (const { before, after } of changes) this.#replace(table, before, after, transaction);
    return rows.length;
  }

  #put(table: Table, row: Row, type: "insert" | "upsert", transaction: DatabaseTransaction): void {
    const { name } = table.schema;
    const key = table.keyOf(row);
    this.#lock(name, key, transaction);
    const known = table.find(key, transaction.changesOf(name));
    if (known !== null && type === "insert") {
      throw new SQLException("DUPLICATE_ENTRY", `Duplicate entry ${key} for key '${name}.PRIMARY'`);
    }
    transaction.write(name, key, row);
  }

  /** Writes a changed row over another; if its key has changed too, it moves. */
  #replace(table: Table, before: Row, after: Row | null, transaction: DatabaseTransaction): void {
    const { name } = table.schema;
    const key = table.keyOf(before);
    const isMoved = after !== null && table.keyOf(after) !== key;
    if (isMoved) this.#put(table, after, "insert", transaction);
    transaction.write(name, key, isMoved ? null : after);
  }

  #lock(table: string, key: string, transaction: DatabaseTransaction): void {
    if (this.#locks.tryLock(table, key, transaction)) return;
    this.#clock.spend(this.#configuration.lockWaitTimeout);
    throw new SQLException("LOCK_WAIT_TIMEOUT", "Lock wait timeout exceeded; try restarting transaction");
  }
}

function changedRow(schema: TableSchema, statement: ChangeStatement, row: Row): Row | null {
  return statement.type === "delete" ? null : completeRow(schema, { ...row, ...statement.set(row) });
}

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
