import type { AlignType, Table, TableCell } from "mdast";

import { EMPTY_ROW, gap, padRow, rowWidth, span, type Row } from "../row.ts";
import { signs } from "../signs.ts";
import { wrapRow } from "../wrap.ts";
import { inlineRows } from "./inline-rows.ts";

/** Cells between two columns. */
const GUTTER = 2;
/** A column is never made narrower than this. */
const LEAST = 4;

/** Returns a table whose widest columns give way until it fits; a line stands under the head, nowhere else. One with too many columns becomes records. */
export function tableRows(table: Table, width: number): readonly Row[] {
  const cells = table.children.map((line, index) =>
    line.children.map((cell) => cellRow(cell, index === 0 ? "bold" : "regular")),
  );
  const columns = Math.max(0, ...cells.map((line) => line.length));
  const room = width - GUTTER * (columns - 1);
  if (room < LEAST * columns) return recordRows(cells, width);
  const wanted = Array.from({ length: columns }, (_, column) =>
    cells.reduce((most, line) => Math.max(most, Math.min(rowWidth(line[column] ?? []), width)), 1),
  );
  const widths = fitted(wanted, room);
  const [head, ...body] = cells.map((line) => lineRows(line, widths, table.align ?? []));
  const rule: Row = widths.flatMap((cell, index) => [
    gap(index === 0 ? 0 : GUTTER),
    span(signs("─").repeat(cell), "quiet"),
  ]);
  return [...(head ?? []), rule, ...body.flat()];
}

/** Returns a table with too many columns as records: each row as lines, a cell on each behind the title of its column. */
function recordRows([titles = [], ...records]: readonly (readonly Row[])[], width: number): readonly Row[] {
  return records.flatMap((record, index) => [
    ...(index === 0 ? [] : [EMPTY_ROW]),
    ...record.flatMap((cell, column) =>
      cell.length === 0 ? [] : wrapRow([...(titles[column] ?? []), span(": "), ...cell], width),
    ),
  ]);
}

function cellRow(cell: TableCell, weight: "regular" | "bold"): Row {
  const rows = inlineRows(cell.children, "plain", ...(weight === "bold" ? [weight] : []));
  return rows.flatMap((line, index) => (index === 0 ? line : [span(" "), ...line]));
}

/** Takes cells from the widest column, one at a time, until all fit. */
function fitted(wanted: readonly number[], room: number): readonly number[] {
  const widths = [...wanted];
  let over = widths.reduce((sum, cells) => sum + cells, 0) - room;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= LEAST) break;
    widths[widths.indexOf(widest)] = widest - 1;
    over -= 1;
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
