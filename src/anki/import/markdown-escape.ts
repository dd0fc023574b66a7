const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
};

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/giu;

/** Stands for the ampersand of a reference that is left to Markdown, which knows more names than are worth listing here. */
const REFERENCE_SIGN = "\uFDD4";

/** Returns text of HTML with its references resolved. What comes of it has to go through one of the functions below. */
export function decoded(text: string): string {
  return text.replaceAll(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name = "") => {
    if (decimal === undefined && hexadecimal === undefined) {
      return NAMED[String(name).toLowerCase()] ?? REFERENCE_SIGN + whole.slice(1);
    }
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : "";
  });
}

/** What means something wherever it stands in a line; an underscore within a word does not. */
const INLINE = /[\\`*[\]<|~]|(?<![a-z\d])_|_(?![a-z\d])|==|\{\{|&(?=[#a-z])/giu;

/** Returns text as inline Markdown that shows it. */
export function markdownText(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, " ");
  const escaped = line.replaceAll(INLINE, (mark) => mark.replaceAll(/./gu, String.raw`\$&`));
  return withReferences(escaped);
}

/** Returns resolved text with the references that were left in it. */
export function withReferences(text: string): string {
  return text.replaceAll(REFERENCE_SIGN, "&");
}

/** What makes a line something else than text: a heading, a quote, a list, a rule, a label of a deck's notes. */
const BEGINNING = /^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=]+$|:)/u;
const NUMBER = /^(\d+)([.)](?=\s|$))/u;

/** Returns a line of inline Markdown as one that begins no block. */
export function asLine(line: string): string {
  return line
    .trim()
    .replace(BEGINNING, String.raw`\$1`)
    .replace(NUMBER, String.raw`$1\$2`);
}

/** Returns code as inline Markdown. */
export function markdownCode(code: string): string {
  const text = withReferences(code.replaceAll(/[\s\p{Cc}]+/gu, " "));
  const fence = fenceFor(text, 1);
  const room = /^`|`$|^ .* $/u.test(text) ? " " : "";
  return text.trim() === "" ? "" : fence + room + text + room + fence;
}

/** Returns code as a block of Markdown. */
export function markdownBlock(code: string): string {
  const fence = fenceFor(code, 3);
  const text = withReferences(code.replaceAll(/(?![\n\t])\p{Cc}/gu, ""));
  return `${fence}\n${text}\n${fence}`;
}

/** A fence has to be longer than every run of backticks in the code. */
function fenceFor(code: string, least: number): string {
  const runs = Array.from(code.matchAll(/`+/gu), ([run]) => run.length);
  return "`".repeat(runs.reduce((longest, run) => Math.max(longest, run + 1), least));
}
