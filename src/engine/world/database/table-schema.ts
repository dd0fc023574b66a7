import { IllegalArgumentException } from "../../java/exceptions.ts";
import { SQLException } from "./sql-exception.ts";
import { fitsColumn, type ColumnType, type Row } from "./sql-value.ts";

/** A column of a table; NULL may stand in it unless it is in the primary key or says NOT NULL. */
export interface ColumnDefinition {
  readonly name: string;
  readonly type: ColumnType;
  readonly constraint?: "NOT NULL";
}

/** What CREATE TABLE says. */
export interface TableSchema {
  readonly name: string;
  readonly columns: readonly ColumnDefinition[];
  /** The names of its columns; no two rows have the same values there. */
  readonly primaryKey: readonly string[];
  /** Columns that have an index of their own besides the primary key. */
  readonly indexes?: readonly string[];
}

/** Throws an `IllegalArgumentException` if a key or an index names a column that is not there. */
export function checkSchema({ name, columns, primaryKey, indexes = [] }: TableSchema): void {
  if (primaryKey.length === 0) throw new IllegalArgumentException(`Table '${name}' has no primary key`);
  const known = new Set(columns.map((column) => column.name));
  for (const column of [...primaryKey, ...indexes]) {
    if (!known.has(column))
      throw new IllegalArgumentException(`Key column '${column}' doesn't exist in table`);
  }
}

/** Returns a row with every column, NULL where it had none. Throws an SQLException if a value doesn't fit. */
export function completeRow({ columns, primaryKey }: TableSchema, row: Row): Row {
  for (const name of Object.keys(row)) {
    if (!columns.some((column) => column.name === name)) {
      throw new SQLException("UNKNOWN_COLUMN", `Unknown column '${name}' in 'field list'`);
    }
  }
  return Object.fromEntries(columns.map((column) => [column.name, checkedValue(column, row, primaryKey)]));
}

function checkedValue(column: ColumnDefinition, row: Row, primaryKey: readonly string[]): Row[string] {
  const value = row[column.name] ?? null;
  if (value === null) {
    const isRequired = column.constraint === "NOT NULL" || primaryKey.includes(column.name);
    if (isRequired) throw new SQLException("NOT_NULL", `Column '${column.name}' cannot be null`);
    return null;
  }
  if (fitsColumn(value, column.type)) return value;
  throw new SQLException(
    "WRONG_VALUE",
    `Incorrect ${column.type.toLowerCase()} value: '${String(value)}' for column '${column.name}'`,
  );
}
