/** A block between two rules at the very beginning of a text: what front matter looks like. */
const MATTER = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/mu;

/** A line that names a key, or an entry of a list. */
const KEY = /^(?:["']?[\p{L}_][\p{L}\p{N}_ .-]*["']?\s*:(?:\s|$)|- )/u;

/**
 * Takes a rule at the beginning of a text, with notes and not keys between it and the next one, out of the parser's
 * sight: to it that is front matter, which people don't see. Every character keeps its place.
 */
export function withoutFalseMatter(text: string): string {
  if (!text.startsWith("---")) return text;
  const [, matter = null] = MATTER.exec(text) ?? [];
  if (matter === null || isMatter(matter)) return text;
  return `***${text.slice(RULE)}`;
}

const RULE = 3;

/** Tells whether the first line that is neither empty nor a comment has a key; notes may begin with a heading, which looks like a comment. */
function isMatter(matter: string): boolean {
  const lines = matter.split("\n").filter((line) => line.trim() !== "");
  const first = lines.find((line) => !line.startsWith("#"));
  if (first === undefined) return lines.length === 0;
  return KEY.test(first) && !/^\s*\n#{1,6} /u.test(matter);
}
