import { SUBSCRIPTS, SUPERSCRIPTS } from "./math-symbols.ts";

/** Where a text stands: on the line, above or below it. */
export type Script = "line" | "raised" | "lowered";

/** Returns a text raised or lowered, if each of its characters has a twin there; else a sign and brackets say so. */
export function raisedText(text: string, script: Script): string {
  if (script === "line" || text.trim() === "") return text;
  const twins = script === "raised" ? SUPERSCRIPTS : SUBSCRIPTS;
  const characters = [...text.replaceAll(" ", "")].map((character) => twins.get(character));
  if (characters.every((character) => character !== undefined)) return characters.join("");
  return (script === "raised" ? "^" : "_") + inBrackets(text);
}

/** Puts what has several parts into brackets. */
export function inBrackets(text: string): string {
  return /^[\p{L}\p{N}\p{M}.′⁰-₎ᵃ-ᵪ]*$/u.test(text) || /^\([^()]*\)$/u.test(text) ? text : `(${text})`;
}
