import { STEERING } from "../base/steering.ts";

/** Returns what is to be seen of a text from outside: no control of the terminal is left in it, a tab is four spaces. */
export function visibleText(text: string): string {
  return text.replaceAll(STEERING, "").replaceAll("\t", "    ");
}

/** Returns the visible text as one line. */
export function visibleLine(text: string): string {
  return visibleText(text.replaceAll(/\s*\n\s*/gu, " ")).trim();
}
