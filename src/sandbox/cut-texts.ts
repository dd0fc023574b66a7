/** Characters that one text of an answer may have. */
const LONGEST = 4096;

/**
 * Returns a value of JSON in which texts that are too long for any screen end early. Who has written them is a stranger,
 * and they are shown, compared and kept.
 */
export function cutTexts(value: unknown): unknown {
  if (typeof value === "string") return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (Array.isArray(value)) return value.map(cutTexts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cutTexts(part)]));
}
