import { rowWidth, span, type Row } from "./row.ts";
import { textWidth } from "./text-width.ts";
import { wrapRow } from "./wrap.ts";

/** A line that is being written, parted where the next character comes. */
export interface LineInput {
  readonly before: string;
  readonly after: string;
}

/** The sign that stands where the next character comes, and how it is told from the same sign in a text. */
const CURSOR = "▏";
const TONE = "accent";

/** Returns the line on which something is written: behind `label`, with a sign where the next character comes. */
export function inputRows({ before, after }: LineInput, label: string, width: number): readonly Row[] {
  const line: Row = [span(`${label} `, "accent"), span(before), span(CURSOR, TONE), span(after)];
  return wrapRow(
    line.filter(({ text }) => text !== ""),
    width,
  );
}

/** A cell of the screen, counted from 0. */
interface Cell {
  readonly x: number;
  readonly y: number;
}

/**
 * Returns the cell in which the next character comes, for the terminal's own cursor: an input method shows there what
 * is being composed; `null` if no line is written on these rows.
 */
export function cursorIn(rows: readonly Row[]): Cell | null {
  for (const [y, line] of rows.entries()) {
    const index = line.findIndex(({ text, tone }) => tone === TONE && text.includes(CURSOR));
    const piece = line[index];
    if (piece === undefined) continue;
    const before = piece.text.slice(0, piece.text.indexOf(CURSOR));
    return { x: rowWidth(line.slice(0, index)) + textWidth(before), y };
  }
  return null;
}
