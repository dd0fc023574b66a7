import { RuntimeException } from "../java/exceptions.ts";
import { numberOf } from "./arithmetic.ts";
import { canonicalJson, compareJson, isList, isObject, type Json, type JsonObject } from "./json.ts";

/** The calls over texts, lists and objects, by name. */
export const collectionCalls: { readonly [name: string]: (...operands: readonly Json[]) => Json } = {
  coalesce: (...operands) => operands.find((operand) => operand !== null) ?? null,
  concat: (...operands) => operands.map(textOf).join(""),
  obj: (...namesAndValues) => objectOf(namesAndValues),
  arr: (...items) => items,
  merge: (left = null, right = null) => ({ ...fieldsOf(left), ...fieldsOf(right) }),
  get: (whole = null, at = null) => partOf(whole, at),
  len: (whole = null) => (typeof whole === "string" ? whole.length : listOf(whole).length),
  append: (list = null, item = null) => [...listOf(list), item],
  addAll: (list = null, items = null) => [...listOf(list), ...listOf(items)],
  sort: (list = null) => [...listOf(list)].sort(compareJson),
  pluck: (list = null, name = null) => listOf(list).map((item) => partOf(item, name)),
  sum: (list = null) => listOf(list).reduce<number>((sum, item) => sum + numberOf(item), 0),
};

/** Returns a part of a value: an item of a list by its index, a field of an object by its name; else null. */
export function partOf(whole: Json, at: Json): Json {
  if (isList(whole)) return whole[Number(at)] ?? null;
  return isObject(whole) ? (whole[textOf(at)] ?? null) : null;
}

/** Returns a value as text: a string as it is, anything else as JSON. */
export function textOf(value: Json): string {
  return typeof value === "string" ? value : canonicalJson(value);
}

/** Returns a value that must be a list; null is the empty one. Throws a RuntimeException if it is none. */
export function listOf(value: Json): readonly Json[] {
  if (value === null) return [];
  if (isList(value)) return value;
  throw new RuntimeException(`${canonicalJson(value)} is not a list.`);
}

function fieldsOf(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

function objectOf(namesAndValues: readonly Json[]): JsonObject {
  const fields: { [name: string]: Json } = {};
  for (let index = 0; index < namesAndValues.length; index += 2) {
    fields[textOf(namesAndValues[index] ?? null)] = namesAndValues[index + 1] ?? null;
  }
  return fields;
}
