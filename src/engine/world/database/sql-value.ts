import { unreachable } from "../../java/unreachable.ts";
import { compareLocalDateTimes, LocalDateTime } from "./local-date-time.ts";

/** What a cell of a table holds; `null` is SQL's NULL. */
export type SqlValue = null | boolean | number | bigint | string | LocalDateTime;

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, SqlValue>>;

/** The type of a column. */
export type ColumnType = "BOOLEAN" | "INT" | "BIGINT" | "DOUBLE" | "VARCHAR" | "DATETIME";

/** How texts compare: by their code units, or without regard to case, as MySQL's default collations do. */
export type Collation = "binary" | "case-insensitive";

/** Whether a value may stand in a column of a type. NULL is a question of its own. */
export function fitsColumn(value: SqlValue, type: ColumnType): boolean {
  switch (type) {
    case "BOOLEAN":
      return typeof value === "boolean";
    case "INT":
      return typeof value === "number" && Number.isInteger(value) && (value | 0) === value;
    case "BIGINT":
      return typeof value === "bigint" || (typeof value === "number" && Number.isSafeInteger(value));
    case "DOUBLE":
      return typeof value === "number" && Number.isFinite(value);
    case "VARCHAR":
      return typeof value === "string";
    case "DATETIME":
      return value instanceof LocalDateTime;
    default:
      return unreachable(type);
  }
}

/** Compares two values of one type that are not NULL; below 0 if the first is smaller. */
export function compareSqlValues(one: SqlValue, other: SqlValue, collation: Collation): number {
  if (one instanceof LocalDateTime && other instanceof LocalDateTime)
    return compareLocalDateTimes(one, other);
  if (typeof one === "string" && typeof other === "string") {
    return order(collated(one, collation), collated(other, collation));
  }
  return order(numeric(one), numeric(other));
}

/** Returns the text by which a value is found in an index: equal values have equal texts. */
export function indexText(value: SqlValue, collation: Collation): string {
  if (typeof value === "string") return JSON.stringify(collated(value, collation));
  return typeof value === "boolean" ? String(numeric(value)) : String(value);
}

function collated(text: string, collation: Collation): string {
  return collation === "binary" ? text : text.toLowerCase();
}

function numeric(value: SqlValue): number | bigint {
  return typeof value === "bigint" ? value : Number(value);
}

function order(one: string | number | bigint, other: string | number | bigint): number {
  if (one < other) return -1;
  return one > other ? 1 : 0;
}
