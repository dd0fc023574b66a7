import { numberOf } from "./arithmetic.ts";
import { isList, isObject, type Json, type JsonObject } from "./json.ts";

/** Returns the number in a field, a time also from "MIN" or "MAX"; `fallback` if the field is missing. */
export function numberField(object: JsonObject, name: string, fallback?: number): number {
  const value = object[name];
  return value === undefined && fallback !== undefined ? fallback : numberOf(value);
}

/** Returns the text in a field; `fallback` if the field is missing. Throws a TypeError if there is no text. */
export function textField(object: JsonObject, name: string, fallback?: string): string {
  const value = object[name] ?? fallback;
  if (typeof value === "string") return value;
  throw new TypeError(`${name} is no text: ${JSON.stringify(value)}`);
}

/** Returns the list in a field. Throws a TypeError if there is none. */
export function listField(object: JsonObject, name: string): readonly Json[] {
  return asList(object[name] ?? null);
}

/** Returns the list of objects in a field. Throws a TypeError if there is none. */
export function objectsField(object: JsonObject, name: string): readonly JsonObject[] {
  return listField(object, name).map(asObject);
}

/** Returns the object in a field. Throws a TypeError if there is none. */
export function objectField(object: JsonObject, name: string): JsonObject {
  return asObject(object[name] ?? null);
}

/** Returns a value that must be an object. Throws a TypeError if it is none. */
export function asObject(value: Json): JsonObject {
  if (isObject(value)) return value;
  throw new TypeError(`no object: ${JSON.stringify(value)}`);
}

/** Returns a value that must be a list. Throws a TypeError if it is none. */
export function asList(value: Json): readonly Json[] {
  if (isList(value)) return value;
  throw new TypeError(`no list: ${JSON.stringify(value)}`);
}
