/**
 * Everything that steers a terminal or turns text around instead of being seen: C0 and C1 controls, DEL,
 * bidirectional marks and overrides, line and paragraph separators, the byte order mark.
 */
const STEERING = /[[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]--[\t\n]]/gv;

/** Returns what is to be seen of a text from outside: no control of the terminal is left in it, a tab is four spaces. */
export function visibleText(text: string): string {
  return text.replaceAll(STEERING, "").replaceAll("\t", "    ");
}

/** Returns the visible text as one line. */
export function visibleLine(text: string): string {
  return visibleText(text.replaceAll(/\s*\n\s*/gu, " ")).trim();
}
