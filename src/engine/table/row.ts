/** A field of a row. SQL's NULL is `null`; times are ms since the epoch, so BIGINT, DOUBLE and TIMESTAMP are numbers. */
export type Field = string | number | boolean | null;

/** The fields of a row, in the order of its table's columns. */
export type Row = readonly Field[];

/**
 * What a change says about its row (Flink's `RowKind`): added, the old and the new version of an update, deleted.
 * `+U` may come without `-U` where its consumer knows the row by a key.
 */
export type RowKind = "+I" | "-U" | "+U" | "-D";

/** A change of a table: a row and what becomes of it. */
export interface Change {
  readonly kind: RowKind;
  readonly row: Row;
}

/** Says whether a change adds its row (Flink's `RowDataUtil.isAccumulateMsg`); otherwise it takes it away. */
export function isAccumulate(kind: RowKind): boolean {
  return kind === "+I" || kind === "+U";
}

/** Says whether two rows of one table have the same fields; NULL equals NULL here, as in Flink's `RecordEqualiser`. */
export function equalRows(a: Row, b: Row): boolean {
  return a.every((field, index) => field === b[index]);
}

/** Returns the fields of `row` at `indices`. */
export function project(row: Row, indices: readonly number[]): Row {
  return indices.map((index) => fieldAt(row, index));
}

/** Returns the field at `index`; a field that a short row (a tombstone) lacks is NULL. */
export function fieldAt(row: Row, index: number): Field {
  return row[index] ?? null;
}

/** Returns a row of `arity` NULLs: what an outer join puts in place of the side that is missing. */
export function nullRow(arity: number): Row {
  return Array.from({ length: arity }, () => null);
}

/** Returns the text that stands for a key in maps and timers; `rowOfKey` is its inverse. NULL is a key like another. */
export function keyOf(row: Row): string {
  return JSON.stringify(row);
}

/** Returns the fields of a key. */
export function rowOfKey(key: string): Row {
  const fields: unknown = JSON.parse(key);
  return Array.isArray(fields) ? fields.filter(isField) : [];
}

function isField(value: unknown): value is Field {
  return (
    value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean"
  );
}

/** Returns the time in a field in ms. Throws if there is none: a row-time attribute must not be NULL. */
export function timeAt(row: Row, index: number): number {
  const time = row[index];
  if (typeof time === "number") return time;
  throw new Error("RowTime field should not be null, please convert it to a non-null long value.");
}
