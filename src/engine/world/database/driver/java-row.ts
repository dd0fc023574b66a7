import type { Row } from "../sql-value.ts";
import type { TableSchema } from "../table-schema.ts";
import type { JavaObject } from "./java-object.ts";
import { getObject, type JdbcDriver } from "./jdbc-driver.ts";

/** A row of a result as a JDBC driver gives it: an object of some Java class in each column, `null` for NULL. */
export type JavaRow = Readonly<Record<string, JavaObject | null>>;

/** Returns a row of a table as a driver gives it; the columns are those of the row. */
export function javaRow(row: Row, { columns }: TableSchema, driver: JdbcDriver): JavaRow {
  const selected = columns.filter(({ name }) => name in row);
  return Object.fromEntries(
    selected.map(({ name, type }) => [name, getObject(row[name] ?? null, type, driver)]),
  );
}
