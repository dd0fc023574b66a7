import { IllegalArgumentException } from "../java/exceptions.ts";

/** The SQL types that tables know. ROWTIME and PROCTIME are the time attributes; all times are ms. */
export type SqlType =
  | "STRING"
  | "BIGINT"
  | "INT"
  | "DOUBLE"
  | "BOOLEAN"
  | "TIMESTAMP"
  | "ROWTIME"
  | "PROCTIME";

/** A column of a table. */
export interface Column {
  readonly name: string;
  readonly type: SqlType;
}

/** Returns the place of a column. Throws `IllegalArgumentException` if there is none of that name. */
export function indexOfColumn(columns: readonly Column[], name: string): number {
  const index = columns.findIndex((column) => column.name === name);
  if (index >= 0) return index;
  const names = columns.map((column) => column.name).join(", ");
  throw new IllegalArgumentException(`Column '${name}' not found in any table; there are: ${names}`);
}

/** Returns the places of several columns. */
export function indicesOfColumns(columns: readonly Column[], names: readonly string[]): readonly number[] {
  return names.map((name) => indexOfColumn(columns, name));
}

/** Returns the columns of these names, in the order of the names. */
export function columnsNamed(columns: readonly Column[], names: readonly string[]): readonly Column[] {
  return names.map((name) => columnNamed(columns, name));
}

/** Returns the column of this name. Throws `IllegalArgumentException` if there is none. */
export function columnNamed(columns: readonly Column[], name: string): Column {
  const column = columns[indexOfColumn(columns, name)];
  if (column === undefined) throw new Error(`column ${name} is not where it was`);
  return column;
}

/** Returns the types of columns. */
export function typesOf(columns: readonly Column[]): readonly SqlType[] {
  return columns.map((column) => column.type);
}

/** Returns the columns of both sides; a name of the right that is taken gets the first number that frees it: `id0`. */
export function joinColumns(left: readonly Column[], right: readonly Column[]): readonly Column[] {
  const joined = [...left];
  for (const column of right) joined.push({ ...column, name: freeName(column.name, joined) });
  return joined;
}

function freeName(name: string, taken: readonly Column[]): string {
  const isTaken = (candidate: string) => taken.some((column) => column.name === candidate);
  if (!isTaken(name)) return name;
  let suffix = 0;
  while (isTaken(`${name}${suffix}`)) suffix++;
  return `${name}${suffix}`;
}
