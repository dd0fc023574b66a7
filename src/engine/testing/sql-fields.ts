import type { SqlType } from "../table/column.ts";
import type { Field, Row } from "../table/row.ts";
import { asList } from "./json-fields.ts";
import { isList, isObject, type Json } from "./json.ts";

/** Returns a JSON value as the field of a row. Throws a TypeError if it is a list or an object. */
export function toField(value: Json): Field {
  if (!isList(value) && !isObject(value)) return value;
  throw new TypeError(`no field of a row: ${JSON.stringify(value)}`);
}

/** Returns a list of JSON values as a row of `arity` fields; those that are missing are NULL. */
export function toRow(value: Json, arity: number): Row {
  const fields = asList(value).map(toField);
  return Array.from({ length: arity }, (_, index) => fields[index] ?? null);
}

/** Returns a JSON value that must be a text. Throws a TypeError if it is none. */
export function asText(value: Json | undefined): string {
  if (typeof value === "string") return value;
  throw new TypeError(`no text: ${JSON.stringify(value)}`);
}

const typesByName: { readonly [name: string]: SqlType } = {
  STRING: "STRING",
  VARCHAR: "STRING",
  BIGINT: "BIGINT",
  INT: "INT",
  DOUBLE: "DOUBLE",
  BOOLEAN: "BOOLEAN",
  TIMESTAMP: "TIMESTAMP",
};

/** Returns the type that a table's declaration names, `STRING NOT NULL` or `BIGINT`. Throws a TypeError if unknown. */
export function toSqlType(declaration: string): SqlType {
  const [name = ""] = declaration.split(/[ (]/u);
  const type = typesByName[name];
  if (type === undefined) throw new TypeError(`no type of a column: ${declaration}`);
  return type;
}
