import type { Condition } from "./condition.ts";
import type { Row } from "./sql-value.ts";

/** A statement that reads. */
export interface SelectStatement {
  readonly type: "select";
  readonly table: string;
  /** Which rows; all of them by default. */
  readonly where?: Condition;
  /** Which columns are sent; all of them by default. */
  readonly columns?: readonly string[];
}

/** A statement that writes. */
export type WriteStatement =
  /** Fails if a row with this primary key is there. */
  | { readonly type: "insert"; readonly table: string; readonly row: Row }
  /** Replaces the row with this primary key if there is one (MySQL's ON DUPLICATE KEY UPDATE of all columns). */
  | { readonly type: "upsert"; readonly table: string; readonly row: Row }
  /** Changes rows; `set` gives the columns that change, by the row as it is. */
  | {
      readonly type: "update";
      readonly table: string;
      readonly where: Condition;
      readonly set: (row: Row) => Row;
    }
  | { readonly type: "delete"; readonly table: string; readonly where: Condition };

/** Returns the condition that only the row with these values of its key fulfils; the key must be whole. */
export function keyCondition(primaryKey: readonly string[], key: Row): Condition {
  return {
    type: "and",
    conditions: primaryKey.map((column) => ({
      type: "comparison",
      column,
      operator: "=",
      value: key[column] ?? null,
    })),
  };
}
