import { jsonText } from "./json.ts";

/** Returns the one JSON text of a value: the keys of its objects are in order, whoever made them. */
export function canonicalJson(value: unknown): string {
  return jsonText(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null || value instanceof Map || value instanceof Set)
    return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}
