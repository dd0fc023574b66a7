import { clipRow, EMPTY_ROW, gap, row, rowWidth, type Row } from "./row.ts";
import { signs } from "./signs.ts";

/** A window of the terminal, in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The widest a text column gets: longer lines are hard to come back from. */
const WIDEST = 76;
/** Cells before the text column in a window that is no wider than need be. */
const MARGIN = 2;

/** Returns the cells of the text column in a window. */
export function columnWidth(size: Size): number {
  return Math.max(20, Math.min(WIDEST, size.columns - 2 * MARGIN));
}

/** Returns the cells that code and tables may take in a window: all but its margins. */
export function wideWidth(size: Size): number {
  return Math.max(columnWidth(size), size.columns - 2 * MARGIN);
}

/** Three parts of a screen: what always stands on top, an empty row last; what may be scrolled; what always stands at the bottom, an empty row first. */
export interface Page {
  readonly head: readonly Row[];
  readonly body: readonly Row[];
  readonly foot: readonly Row[];
}

/** How far a page is scrolled, in rows, and whether there is more. */
export interface Scrolled {
  readonly rows: readonly Row[];
  /** The offset that was possible: a wish beyond the end comes back as the end. */
  readonly offset: number;
  readonly below: number;
}

/**
 * Returns the cells before a page. Its text column stands in the middle; what is wider goes on to the right of it, and
 * only where there is no more room on that side the page begins further left.
 */
function leftEdge({ body }: Page, size: Size): number {
  const column = columnWidth(size);
  const widest = body.reduce((most, line) => Math.max(most, rowWidth(line)), column);
  return Math.max(MARGIN, Math.min(Math.floor((size.columns - column) / 2), size.columns - MARGIN - widest));
}

/**
 * Returns the rows of a whole window: the page in its column, its foot on the last rows, no row wider than the window.
 * Where rows are left above or below, the empty row that ends the head or begins the foot tells how many.
 */
export function layOut(page: Page, size: Size, offset: number): Scrolled {
  const room = Math.max(1, size.rows - page.head.length - page.foot.length - 1);
  const furthest = Math.max(0, page.body.length - room);
  const from = Math.min(Math.max(0, offset), furthest);
  const body = page.body.slice(from, from + room);
  const filler = Array.from({ length: room - body.length }, () => EMPTY_ROW);
  const left = leftEdge(page, size);
  const foot =
    furthest > from ? [row(signs(`↓ ${furthest - from}`), "quiet"), ...page.foot.slice(1)] : page.foot;
  const head = from > 0 ? [...page.head.slice(0, -1), row(signs(`↑ ${from}`), "quiet")] : page.head;
  const rows = [...head, ...body, ...filler, ...foot].map((line) =>
    line.length === 0 ? line : clipRow([gap(left), ...line], size.columns),
  );
  return { rows: rows.slice(0, size.rows - 1), offset: from, below: furthest - from };
}
