import { EMPTY_ROW, gap, rowText, span, type Row } from "../row.ts";
import { wrapRow } from "../wrap.ts";

/** Cells before the lines on which a value goes on. */
const DEEPER = 2;

/**
 * Returns a table that is too wide as records: each of its rows is a block of lines, a cell on each behind the title
 * of its column, an empty row between two blocks. The first of `lines` has the titles.
 */
export function recordRows(lines: readonly (readonly Row[])[], width: number): readonly Row[] {
  const [titles = [], ...records] = lines;
  if (records.length === 0) return titles.flatMap((title) => wrapRow(title, width));
  return records.flatMap((record, index) => [
    ...(index === 0 ? [] : [EMPTY_ROW]),
    ...record.flatMap((cell, column) =>
      cell.length === 0 ? [] : fieldRows(titles[column] ?? [], cell, width),
    ),
  ]);
}

function fieldRows(title: Row, value: Row, width: number): readonly Row[] {
  const label = title.length === 0 ? [] : [...title, span(colonBehind(title))];
  return wrapRow([...label, ...value], width - DEEPER).map((line, index) =>
    index === 0 ? line : [gap(DEEPER), ...line],
  );
}

/** In Chinese the colon is as wide as a character, and no space stands behind it. */
function colonBehind(title: Row): string {
  return /\p{Script=Han}$/u.test(rowText(title)) ? "：" : ": ";
}
