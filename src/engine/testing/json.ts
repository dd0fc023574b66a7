/** A value of a scenario: what JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [name: string]: Json };

/** Whether a value is a list. */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a value is an object, not null and not a list. */
export function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

/** Returns the one text of a value: names sorted, no spaces. */
export function canonicalJson(value: Json): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`);
  return `{${fields.join(",")}}`;
}

/** Whether two values are equal through and through, whatever the order of their names. */
export function deepEqual(left: Json, right: Json): boolean {
  return left === right || canonicalJson(left) === canonicalJson(right);
}

/** Compares numbers by value, strings by UTF-16 units, anything else by its text. */
export function compareJson(left: Json, right: Json): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] =
    typeof left === "string" && typeof right === "string"
      ? [left, right]
      : [canonicalJson(left), canonicalJson(right)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
