import type { AlignType, Table, TableCell } from "mdast";

import { gap, padRow, rowText, rowWidth, span, type Row } from "../row.ts";
import { signs } from "../signs.ts";
import { textWidth } from "../text-width.ts";
import { wrapRow } from "../wrap.ts";
import { inlineRows } from "./inline-rows.ts";
import type { MarkdownStyle } from "./markdown-style.ts";
import { recordRows } from "./record-rows.ts";

/** Cells between two columns. */
const GUTTER = 2;
/** A column that has more to say is never made narrower than this. */
const LEAST = 12;
/** Longer words, such as addresses, may be cut. */
const LONGEST_WORD = 60;

/** What can't be broken in a cell; Chinese can be, anywhere. */
const WORD = /[!-\u{2e7f}]+/gu;

/**
 * Returns a table whose widest columns give way until it fits; a line stands under the head, nowhere else. Where words
 * would have to be cut or cells become very narrow, each of its rows becomes a record.
 */
export function tableRows(table: Table, { width, wide = width }: MarkdownStyle): readonly Row[] {
  const lines = table.children.map((line, index) =>
    line.children.map((cell) => cellRow(cell, index === 0 ? "bold" : "regular")),
  );
  const columns = columnsOf(lines, width);
  const room = wide - GUTTER * (columns.length - 1);
  if (columns.reduce((sum, { least }) => sum + least, 0) > room) return recordRows(lines, width);
  const widths = fitted(columns, room);
  const [head, ...body] = lines.map((line) => lineRows(line, widths, table.align ?? []));
  const rule: Row = widths.flatMap((cells, index) => [
    gap(index === 0 ? 0 : GUTTER),
    span(signs("─").repeat(cells), "quiet"),
  ]);
  return [...(head ?? []), rule, ...body.flat()];
}

function cellRow(cell: TableCell, weight: "regular" | "bold"): Row {
  const rows = inlineRows(cell.children, "plain", ...(weight === "bold" ? [weight] : []));
  return rows.flatMap((line, index) => (index === 0 ? line : [span(" "), ...line]));
}

/** How wide a column would be if there were room, and how narrow it may get; in cells. */
interface Column {
  readonly wanted: number;
  readonly least: number;
}

/** No column gets wider than a text does: it would be hard to read. */
function columnsOf(lines: readonly (readonly Row[])[], widest: number): readonly Column[] {
  const count = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return Array.from({ length: count }, (_, index) => {
    const cells = lines.map((line) => line[index] ?? []);
    const wanted = cells.reduce((most, cell) => Math.max(most, Math.min(rowWidth(cell), widest)), 1);
    const word = cells.reduce((most, cell) => Math.max(most, longestWord(cell)), LEAST);
    return { wanted, least: Math.min(wanted, word) };
  });
}

function longestWord(cell: Row): number {
  const words = rowText(cell).match(WORD) ?? [];
  return words.reduce((most, word) => Math.max(most, Math.min(LONGEST_WORD, textWidth(word))), 0);
}

/** Takes cells from the widest column that has some to give, one at a time, until all fit. */
function fitted(columns: readonly Column[], room: number): readonly number[] {
  const widths = columns.map(({ wanted }) => wanted);
  const spare = (index: number): number => {
    const cells = widths[index] ?? 0;
    return cells > (columns[index]?.least ?? 0) ? cells : 0;
  };
  let over = widths.reduce((sum, cells) => sum + cells, 0) - room;
  for (; over > 0; over -= 1) {
    const widest = widths.reduce((best, _, index) => (spare(index) > spare(best) ? index : best), 0);
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function lineRows(
  line: readonly Row[],
  widths: readonly number[],
  align: readonly AlignType[],
): readonly Row[] {
  const wrapped = widths.map((cells, column) => wrapRow(line[column] ?? [], cells));
  const height = Math.max(...wrapped.map((rows) => rows.length));
  return Array.from({ length: height }, (_, index) =>
    widths.flatMap((cells, column) => [
      gap(column === 0 ? 0 : GUTTER),
      ...aligned(wrapped[column]?.[index] ?? [], cells, align[column] ?? "left"),
    ]),
  );
}

function aligned(line: Row, cells: number, align: NonNullable<AlignType>): Row {
  const missing = cells - rowWidth(line);
  if (align === "right") return [gap(missing), ...line];
  if (align === "center") return padRow([gap(Math.floor(missing / 2)), ...line], cells);
  return padRow(line, cells);
}
