import type { TraceWords } from "../../locale/trace-words.ts";
import type { Size } from "../layout.ts";
import { clipRow, span, type Row } from "../row.ts";
import { wrapRow } from "../wrap.ts";
import type { Violation } from "./trace-cursor.ts";
import { traceSigns, type SignSet } from "./trace-signs.ts";

/** What a picture of a trace is drawn on. A picture is never larger than its size. */
export interface TraceCanvas {
  readonly size: Size;
  readonly signs: SignSet;
  /** Drawn, or the same as sentences and lists for screen readers, which have no width to keep to but `size.columns`. */
  readonly form: "drawn" | "plain";
  readonly words: TraceWords;
  /** What a check has found wrong at which steps; told where the cursor stands there. */
  readonly violations?: readonly Violation[];
}

/** Returns the row cut to `width` cells, or to the canvas; what is cut is told by a sign that the terminal can show. */
export function fitRow(line: Row, { size, signs }: TraceCanvas, width: number = size.columns): Row {
  const clipped = clipRow(line, width);
  if (clipped === line) return line;
  return [...clipped.slice(0, -1), span(traceSigns(signs).ellipsis, "quiet")];
}

/** Returns the rows on the canvas: drawn ones are cut at its borders, plain ones are wrapped and as many as need be. */
export function onCanvas(rows: readonly Row[], canvas: TraceCanvas): readonly Row[] {
  if (canvas.form === "plain") return rows.flatMap((line) => wrapRow(line, canvas.size.columns));
  return rows.slice(0, canvas.size.rows).map((line) => fitRow(line, canvas));
}
