import type { Column } from "../table/column.ts";
import type { SourceTable } from "../table/scan.ts";
import { asList, asObject, listField, numberField, textField } from "./json-fields.ts";
import type { JsonObject } from "./json.ts";
import { asText, toSqlType } from "./sql-fields.ts";
import { ScriptedLookupTable } from "./sql-lookup-table.ts";

/** A table of a scenario: fed by the script, or asked by the program. */
export type ScenarioTable =
  | { readonly kind: "source"; readonly source: SourceTable; readonly time: "rowtime" | "none" }
  | { readonly kind: "lookup"; readonly table: ScriptedLookupTable };

/** Reads the tables of a scenario, by name. */
export function readTables(tables: JsonObject): ReadonlyMap<string, ScenarioTable> {
  return new Map(Object.entries(tables).map(([name, table]) => [name, readTable(name, asObject(table))]));
}

function readTable(name: string, table: JsonObject): ScenarioTable {
  const columns = listField(table, "columns").map((column): Column => {
    const [columnName, declaration] = asList(column);
    return { name: asText(columnName), type: toSqlType(asText(declaration)) };
  });
  if (table["lookup"] === true) {
    const cacheSize = table["cache"] === undefined ? undefined : numberField(table, "cache");
    return { kind: "lookup", table: new ScriptedLookupTable(columns, cacheSize) };
  }
  const rowtime = table["rowtime"] === undefined ? [] : [textField(table, "rowtime")];
  return {
    kind: "source",
    time: rowtime.length === 0 ? "none" : "rowtime",
    source: {
      name,
      columns: [...columns, ...rowtime.map((column): Column => ({ name: column, type: "ROWTIME" }))],
      changelog: changelogOf(table),
      ...(table["proctime"] === undefined ? {} : { proctime: textField(table, "proctime") }),
      ...(table["primaryKey"] === undefined
        ? {}
        : { primaryKey: listField(table, "primaryKey").map(asText) }),
    },
  };
}

function changelogOf(table: JsonObject): SourceTable["changelog"] {
  const changelog = textField(table, "changelog", "insert-only");
  return changelog === "all" || changelog === "upsert" ? changelog : "insert-only";
}
