import { EMPTY_ROW, gap, padRow, rowWidth, type Row } from "../row.ts";
import { fitRow, type TraceCanvas } from "./trace-canvas.ts";

/** Cells between two columns. */
const GUTTER = 2;
/** No column but the last gets wider than this. */
const WIDEST = 40;
/** No column is made narrower than this. */
const NARROWEST = 6;

/** Returns lines of cells as columns; the widest ones give way until all fit, the last one takes what is left. */
export function ledgerRows(lines: readonly (readonly Row[])[], canvas: TraceCanvas): readonly Row[] {
  const widths = columnWidths(lines, canvas.size.columns);
  return lines.map((line) =>
    line.flatMap((cell, column) => {
      const width = widths[column] ?? 0;
      const isLast = column === line.length - 1;
      const shown = fitRow(cell, canvas, width);
      return isLast ? shown : [...padRow(shown, width), gap(GUTTER)];
    }),
  );
}

function columnWidths(lines: readonly (readonly Row[])[], room: number): readonly number[] {
  const columns = Math.max(0, ...lines.map((line) => line.length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const widest = Math.max(0, ...lines.map((line) => rowWidth(line[column] ?? EMPTY_ROW)));
    return column === columns - 1 ? widest : Math.min(WIDEST, widest);
  });
  let over = widths.reduce((sum, width) => sum + width + GUTTER, -GUTTER) - room;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.indexOf(widest)] = widest - 1;
    over -= 1;
  }
  return widths;
}
