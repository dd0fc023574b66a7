/** Noncharacters that stand in a text where a cloze begins and ends, until its HTML is made (`cloze-field.ts`). */
export const CLOZE_START = "\uFDD0";
export const CLOZE_END = "\uFDD1";

/** What Anki would take for something else than text, wherever it stands in a field. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Anki looks for clozes, templates, sounds, speech, type boxes and LaTeX in the raw field, code included.
  "{": "&#123;",
  "}": "&#125;",
  "[": "&#91;",
};

const SPECIAL = /[&<>"{}[]/gu;
/** `::` parts a cloze from its hint; at the edge of a cloze a single colon would make one. */
const COLON = new RegExp(`^:|:$|:(?=[:${CLOZE_END}])|(?<=[:${CLOZE_START}]):`, "gu");
/** `\(` and `\[` begin mathematics. */
const BACKSLASH = /\\(?=[()\]]|&#91;)/gu;
const MATHEMATICS = /&#92;(&#91;|[()\]])/gu;
/** Anki takes control characters out of fields, and one of them parts a field from the next. */
const FORBIDDEN = /(?![\t\n])\p{Cc}/gu;
/** Anki brings fields to NFC: an accent that begins a text would melt into the tag before it. */
const LEADING_ACCENT = /(?<=^|>)\p{M}/gu;

/**
 * Returns text as HTML that shows exactly it, whatever Anki does with the field that it stands in. Every text of the
 * notes goes through here. What can't be shown is left out: control characters other than tab and line feed.
 */
export function escapeText(text: string): string {
  // Mathematics is looked for in the page that is shown, where entities are characters again: only tags part them.
  const parted = escapeAttribute(text).replaceAll(MATHEMATICS, "&#92;<span>$1</span>");
  return parted.replaceAll(LEADING_ACCENT, entityOf);
}

/** Returns text as the value of an HTML attribute, as `escapeText` does. */
export function escapeAttribute(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(FORBIDDEN, "")
    .normalize("NFC")
    .replaceAll(SPECIAL, (character) => ENTITIES[character] ?? character)
    .replaceAll(COLON, "&#58;")
    .replaceAll(BACKSLASH, "&#92;")
    .replaceAll(LEADING_ACCENT, entityOf);
}

function entityOf(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
