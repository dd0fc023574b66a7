import type { Row, Span } from "../row.ts";
import { textWidth } from "../text-width.ts";

/** A character with its marks, the look that it has, and its cells. */
interface Character {
  readonly span: Span;
  readonly text: string;
  readonly cells: number;
}

/** Signs of programs behind which a line may be broken, if a word follows. */
const BREAKS_BEHIND = new Set(",;(){}[]=+|&<>:/?");
/** What is no sign of programs. */
const WORD = /^[\p{L}\p{N}_"'`$@]/u;
/** ZERO WIDTH JOINER, which makes one picture of two emoji. */
const JOINER = "\u200d";

/**
 * Returns a line of code as parts of at most `width` cells. It is cut at a space if there is one in the second half of
 * a part, else between two tokens, else wherever the part is full.
 */
export function cutCode(line: Row, width: number): readonly Row[] {
  const characters = charactersOf(line);
  const parts: Row[] = [];
  let from = 0;
  while (from < characters.length) {
    const full = fullFrom(characters, from, Math.max(2, width));
    const end = full === characters.length ? full : breakBefore(characters, from, full);
    parts.push(rowOf(characters.slice(from, lastOf(characters, from, end))));
    from = end;
    while (isSpace(characters[from])) from += 1;
  }
  return parts;
}

/** Returns the index behind the last character that fits into a part. */
function fullFrom(characters: readonly Character[], from: number, width: number): number {
  let cells = 0;
  for (let index = from; index < characters.length; index += 1) {
    cells += characters[index]?.cells ?? 0;
    if (cells > width) return index;
  }
  return characters.length;
}

/** Returns the best place to end a part that begins at `from` and is full at `full`. */
function breakBefore(characters: readonly Character[], from: number, full: number): number {
  const half = from + Math.ceil((full - from) / 2);
  if (isSpace(characters[full])) return full;
  let between: number | null = null;
  for (let index = full; index >= half; index -= 1) {
    if (isSpace(characters[index - 1])) return isBlank(characters, from, index) ? (between ?? full) : index;
    between ??= isBetweenTokens(characters[index - 1], characters[index]) ? index : null;
  }
  return between ?? full;
}

function isBlank(characters: readonly Character[], from: number, end: number): boolean {
  return lastOf(characters, from, end) === from;
}

/** Returns `end` without the spaces before it. */
function lastOf(characters: readonly Character[], from: number, end: number): number {
  let last = end;
  while (last > from && isSpace(characters[last - 1])) last -= 1;
  return last;
}

function isSpace(character: Character | undefined): boolean {
  return character?.text === " ";
}

/** A call begins a part with its dot; a sign ends one; a Chinese character may do both. */
function isBetweenTokens(left: Character | undefined, right: Character | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (right.text === ".") return WORD.test(left.text) || left.text === ")";
  if (left.cells === 2 || right.cells === 2) return true;
  return BREAKS_BEHIND.has(left.text) && WORD.test(right.text);
}

function charactersOf(line: Row): readonly Character[] {
  const characters: Character[] = [];
  for (const piece of line) {
    for (const text of piece.text) {
      const cells = textWidth(text);
      const last = characters.at(-1);
      const belongs = cells === 0 || last?.text.endsWith(JOINER) === true;
      if (last === undefined || !belongs) characters.push({ span: piece, text, cells });
      else characters[characters.length - 1] = { ...last, text: last.text + text };
    }
  }
  return characters;
}

/** Joins neighbours of one look again. */
function rowOf(characters: readonly Character[]): Row {
  const spans: { piece: Span; texts: string[] }[] = [];
  for (const { span: piece, text } of characters) {
    const last = spans.at(-1);
    if (last?.piece === piece) last.texts.push(text);
    else spans.push({ piece, texts: [text] });
  }
  return spans.map(({ piece, texts }) => ({ ...piece, text: texts.join("") }));
}
