import { indexableCondition, namedKey } from "./access-path.ts";
import { evaluateCondition, type Condition } from "./condition.ts";
import { indexText, type Collation, type Row } from "./sql-value.ts";
import type { TableSchema } from "./table-schema.ts";

/** What a look at a table cost and found. */
export interface ScanResult {
  readonly rows: readonly Row[];
  /** How many rows had to be looked at to find them. */
  readonly examined: number;
}

/** Rows that a transaction has written, by the text of their keys; `null` for a deleted one. */
export type RowChanges = ReadonlyMap<string, Row | null>;

/** The committed rows of a table. */
export class Table {
  readonly schema: TableSchema;
  readonly #collation: Collation;
  readonly #rows = new Map<string, Row>();

  constructor(schema: TableSchema, collation: Collation) {
    this.schema = schema;
    this.#collation = collation;
  }

  /** Returns the committed rows, in the order of their first insertion. */
  rows(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /** Returns the text of a row's primary key: rows with the same text are the same row. */
  keyOf(row: Row): string {
    return this.schema.primaryKey.map((column) => indexText(row[column] ?? null, this.#collation)).join();
  }

  /** Returns the row with a key as a transaction with these changes sees it. */
  find(key: string, changes: RowChanges): Row | null {
    const changed = changes.get(key);
    return changed === undefined ? (this.#rows.get(key) ?? null) : changed;
  }

  /** Returns the rows that fulfil a condition, as a transaction with these changes sees the table. */
  scan(where: Condition | undefined, changes: RowChanges): ScanResult {
    const examined = this.#examine(where, changes);
    const rows = where === undefined ? examined : examined.filter((row) => this.#fulfils(row, where));
    return { rows, examined: examined.length };
  }

  /** Makes what a transaction has written the truth. */
  apply(changes: RowChanges): void {
    for (const [key, row] of changes) {
      if (row === null) this.#rows.delete(key);
      else this.#rows.set(key, row);
    }
  }

  #examine(where: Condition | undefined, changes: RowChanges): readonly Row[] {
    const key = namedKey(this.schema, where);
    if (key !== null) {
      const row = this.find(this.keyOf(key), changes);
      return row === null ? [] : [row];
    }
    const indexed = indexableCondition(this.schema, where);
    const seen = this.#seenBy(changes);
    return indexed === null ? seen : seen.filter((row) => this.#fulfils(row, indexed));
  }

  #seenBy(changes: RowChanges): readonly Row[] {
    if (changes.size === 0) return this.rows();
    const seen = new Map<string, Row | null>([...this.#rows, ...changes]);
    return [...seen.values()].filter((row) => row !== null);
  }

  #fulfils(row: Row, condition: Condition): boolean {
    return evaluateCondition(condition, row, this.#collation) === true;
  }
}
