import type { Extent } from "./extent.ts";

/** References are short: `&CounterClockwiseContourIntegral;` is the longest name. */
const LONGEST_REFERENCE = 40;

/** A reference that stands for `&` itself. */
const AMPERSAND = /^&(?:amp|#0*38|#x0*26);/i;

/**
 * Finds the source of each character of a text node's value, where it may be escaped (`\\*`), written as a
 * reference (`&amp;`), or stand behind a line ending and the marks of its surroundings. `found` is called for
 * each UTF-16 unit, in order.
 */
export function mapCharacters(
  value: string,
  source: string,
  extent: Extent,
  found: (start: number, end: number) => void,
): void {
  let at = extent.start;
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index] ?? "";
    const start = character === "\n" ? skip(source, at, extent.end, " \t") : at;
    const end = Math.min(extent.end, start + lengthAt(source, start, character));
    found(start, end);
    // The marks of quotes and items in front of the next line belong to no character.
    at = character === "\n" ? skip(source, end, extent.end, " \t>") : end;
  }
}

/** Returns how long the source of one character is; 0 if the source has something else there. */
function lengthAt(source: string, at: number, character: string): number {
  const found = source[at];
  if (found === "\\" && source[at + 1] === character) return 2;
  if (found === "\r" && character === "\n") return source[at + 1] === "\n" ? 2 : 1;
  if (found === "&" && isReference(source, at, character))
    return Math.max(0, source.indexOf(";", at) + 1 - at);
  // The parser replaces NUL.
  return found === character || found === "\0" ? 1 : 0;
}

/** Tells whether an ampersand begins a reference to a character, or stands for itself. */
function isReference(source: string, at: number, character: string): boolean {
  return character !== "&" || AMPERSAND.test(source.slice(at, at + LONGEST_REFERENCE));
}

function skip(source: string, from: number, end: number, characters: string): number {
  let at = from;
  while (at < end && characters.includes(source[at] ?? "\0")) at += 1;
  return at;
}
