/** What crosses the border between a job and those who judge it. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** The end of time, which is Java's largest long, as near as a number comes to it: JSON has no infinity. */
const LONG_MAX_VALUE = 2 ** 63;

// Taken before any job runs: what a job puts in their place is not asked.
const { parse, stringify } = JSON;
const { isNaN: isNotANumber } = Number;

/**
 * Returns a value as JSON; the ends of time become Java's smallest and largest long, `undefined` becomes `null`. Throws a
 * TypeError for what JSON would make something else of: NaN, a Map, a Set.
 */
export function jsonText(value: unknown): string {
  return stringify(value, (name, part: unknown) => {
    if (part === undefined) return null;
    if (part === Number.POSITIVE_INFINITY) return LONG_MAX_VALUE;
    if (part === Number.NEGATIVE_INFINITY) return -LONG_MAX_VALUE;
    const untold = untoldKind(part);
    if (untold !== null)
      throw new TypeError(`${untold}${name === "" ? "" : ` at ${name}`} can't be told in JSON`);
    return part;
  });
}

/** Returns the value of a text by `jsonText`: infinity for exactly what it wrote of it. Throws a SyntaxError for any other text. */
export function valueOfJson(text: string): unknown {
  return parse(text, (_, part: unknown) => {
    if (part === LONG_MAX_VALUE) return Number.POSITIVE_INFINITY;
    return part === -LONG_MAX_VALUE ? Number.NEGATIVE_INFINITY : part;
  });
}

/** Returns a value with `NaN` as a text wherever it is one: a job that comes to it is wrong, and its checks have to see it. */
export function withNaNAsText(value: unknown): unknown {
  return isNaNValue(value) ? "NaN" : withParts(value, withNaNAsText);
}

/** Returns a value as near as JSON comes to it, for those who only look on: a Map or a Set as a list too. */
export function tellable(value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value].map(tellable);
  return isNaNValue(value) ? "NaN" : withParts(value, tellable);
}

/** Returns a list or an object with something done to each of its parts; anything else as it is. */
function withParts(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== "object" || value === null || "toJSON" in value || isCollection(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part)]));
}

/** Returns what a value is called that JSON has no words for; `null` if it has. */
function untoldKind(value: unknown): string | null {
  if (isNaNValue(value)) return "NaN";
  if (value instanceof Map) return "Map";
  return value instanceof Set ? "Set" : null;
}

function isCollection(value: object): boolean {
  return value instanceof Map || value instanceof Set;
}

function isNaNValue(value: unknown): boolean {
  return typeof value === "number" && isNotANumber(value);
}
