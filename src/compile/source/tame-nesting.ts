/** Nobody nests deeper than this; the parser's time grows with the square of it, and in the end its stack runs over. */
const DEEPEST = 64;

/** Columns that `DEEPEST` list items are indented by, at least. */
const WIDEST_INDENT = 2 * DEEPEST;

const MARK = String.raw`[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))`;
const MARKS = new RegExp(`^((?:${MARK}){${DEEPEST}})((?:${MARK})+)`, "gm");
const INDENTED_MARK = new RegExp(`^([ \\t]{${WIDEST_INDENT},})[-+*>\\d]`, "gm");

/** Rows of stars are ornaments, but not as long as this; rows of brackets are links within links. */
const INLINE_MARKS = /[*_~]{500,}|(?:!?\[){200,}/g;

/** Lines as long as this, and with so many brackets or stars, are no text: the parser looks from each of them back to all others. */
const LONG_LINE = /^[^\n]{20000,}/gm;
const LONGEST_WITHOUT = 20_000;
const MOST_MARKS = 2000;

/** Returns a text in which what is nested absurdly deep goes no deeper; each character keeps its place. */
export function tameNesting(text: string): string {
  const tamed = text
    .replaceAll(MARKS, (_, marks: string, deeper: string) => marks + blank(deeper))
    .replaceAll(INDENTED_MARK, "$1 ")
    .replaceAll(INLINE_MARKS, blank);
  return tamed.length < LONGEST_WITHOUT ? tamed : tamed.replaceAll(LONG_LINE, withFewMarks);
}

function withFewMarks(line: string): string {
  return [/[[\]]/g, /[*_~]/g].reduce(withFew, line);
}

/** Returns a line in which only the first marks of a kind are left. */
function withFew(line: string, marks: RegExp): string {
  let found = 0;
  return line.replaceAll(marks, (mark) => {
    found += 1;
    return found > MOST_MARKS ? " " : mark;
  });
}

function blank(marks: string): string {
  return marks.replaceAll(/[^ \t]/g, " ");
}
