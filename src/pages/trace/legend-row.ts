import type { LegendSign } from "../../locale/trace-words.ts";
import { rowWidth, span, type Row } from "../row.ts";
import type { TraceCanvas } from "./trace-canvas.ts";
import { traceSigns } from "./trace-signs.ts";

/** Cells between two signs, and where those are too many. */
const WIDE = 2;
const NARROW = 1;

/** Returns what signs mean. */
export function legendRow(shown: readonly LegendSign[], canvas: TraceCanvas): Row {
  const wide = withGaps(shown, WIDE, canvas);
  return rowWidth(wide) > canvas.size.columns ? withGaps(shown, NARROW, canvas) : wide;
}

function withGaps(shown: readonly LegendSign[], cells: number, { signs, words }: TraceCanvas): Row {
  return shown.flatMap(
    (sign, index): Row => [
      span(index === 0 ? "" : " ".repeat(cells)),
      span(traceSigns(signs)[sign]),
      span(` ${words.sign[sign]}`, "quiet"),
    ],
  );
}
