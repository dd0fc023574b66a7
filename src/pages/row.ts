import { signs } from "./signs.ts";
import { textWidth } from "./text-width.ts";

/** What a colour means; a theme says how it looks. It never stands alone: words or signs say the same. */
export type Tone = "plain" | "accent" | "good" | "warning" | "bad" | "quiet" | "keyword" | "literal";

/** How a piece of text is set. */
export type Face = "regular" | "bold" | "italic" | "underline" | "strike" | "reverse";

/** A piece of one line in one look. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
  readonly faces: readonly Face[];
  /** The number of the picture whose cells these are: their colour tells it to the terminal. */
  readonly picture?: number;
}

/** One line of a page. The empty row is an empty line. */
export type Row = readonly Span[];

const NO_FACES: readonly Face[] = [];

/** Returns a span of `text`. */
export function span(text: string, tone: Tone = "plain", ...faces: readonly Face[]): Span {
  return { text, tone, faces: faces.length === 0 ? NO_FACES : faces };
}

/** Returns a row of one span. */
export function row(text: string, tone: Tone = "plain", ...faces: readonly Face[]): Row {
  return [span(text, tone, ...faces)];
}

/** The empty line. */
export const EMPTY_ROW: Row = [];

/** Returns the cells that a row takes. */
export function rowWidth(line: Row): number {
  return line.reduce((cells, piece) => cells + textWidth(piece.text), 0);
}

/** Returns the words of a row without their looks. */
export function rowText(line: Row): string {
  return line.map((piece) => piece.text).join("");
}

/** Returns `cells` spaces as a span; none for zero or less. */
export function gap(cells: number): Span {
  return span(" ".repeat(Math.max(0, cells)));
}

/** Returns the row filled up with spaces to `cells`; a longer row comes back as it is. */
export function padRow(line: Row, cells: number): Row {
  const missing = cells - rowWidth(line);
  return missing > 0 ? [...line, gap(missing)] : line;
}

/** Returns one row with `left` at its beginning and `right` at its end, `width` cells in all; `left` is cut first. */
export function spreadRow(left: Row, right: Row, width: number): Row {
  const room = width - rowWidth(right);
  const shown = clipRow(left, Math.max(0, room - 1));
  return [...shown, gap(room - rowWidth(shown)), ...right];
}

/** Returns the row cut to `width` cells; what is cut is told by `…`. */
export function clipRow(line: Row, width: number): Row {
  if (rowWidth(line) <= width) return line;
  const clipped: Span[] = [];
  let room = Math.max(0, width - 1);
  for (const piece of line) {
    const text = clipText(piece.text, room);
    if (text !== "") clipped.push({ ...piece, text });
    room -= textWidth(text);
    if (text !== piece.text) break;
  }
  return width > 0 ? [...clipped, span(signs("…"), "quiet")] : [];
}

/** Returns as much of the beginning of `text` as fits into `width` cells. */
function clipText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  let cells = 0;
  for (const character of text) {
    cells += textWidth(character);
    if (cells > width) break;
    kept += character;
  }
  return kept;
}

/** Returns the rows behind a left bar, which groups without a box. */
export function barRows(rows: readonly Row[], tone: Tone = "quiet"): readonly Row[] {
  return rows.map((line) => [span(signs("│ "), tone), ...line]);
}
