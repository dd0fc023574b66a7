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

/** Returns a value as JSON; the ends of time become Java's smallest and largest long, `undefined` becomes `null`. */
export function jsonText(value: unknown): string {
  return stringify(value, (_, part: unknown) => {
    if (part === undefined) return null;
    if (part === Number.POSITIVE_INFINITY) return LONG_MAX_VALUE;
    return part === Number.NEGATIVE_INFINITY ? -LONG_MAX_VALUE : part;
  });
}

/** Returns the value of a text by `jsonText`. Throws a SyntaxError for any other text. */
export function valueOfJson(text: string): unknown {
  return parse(text, (_, part: unknown) =>
    typeof part === "number" && Math.abs(part) >= LONG_MAX_VALUE ? part * Number.POSITIVE_INFINITY : part,
  );
}
