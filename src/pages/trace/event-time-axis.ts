import { gap, span, type Row } from "../row.ts";
import { textWidth } from "../text-width.ts";
import type { TraceText } from "./trace-text.ts";

/** A stretch of event time on a stretch of cells. */
export interface EventTimeAxis {
  /** The first and the last timestamp that is shown, in ms. */
  readonly from: number;
  readonly to: number;
  readonly cells: number;
}

/** Steps between ticks that people count in: round numbers of ms, then of seconds, minutes and hours. */
const MILLISECONDS: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const SECONDS: readonly number[] = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400,
];
const STEPS: readonly number[] = [...MILLISECONDS, ...SECONDS.map((seconds) => seconds * 1000)];

/** Cells between two labels. */
const BETWEEN = 2;

/** Returns the cell (from 0) of a timestamp; `null` if it lies outside. */
export function cellOf(timestamp: number, { from, to, cells }: EventTimeAxis): number | null {
  if (timestamp < from || timestamp > to) return null;
  return from === to ? 0 : Math.round(((timestamp - from) / (to - from)) * (cells - 1));
}

/** Returns the cell of a timestamp, or the border that it lies beyond. */
export function nearestCell(timestamp: number, axis: EventTimeAxis): number {
  return cellOf(Math.min(Math.max(timestamp, axis.from), axis.to), axis) ?? 0;
}

/** Returns the axis with as many labels as there is room for, at round times. */
export function axisRow(axis: EventTimeAxis, text: TraceText): Row {
  const pieces: Row[number][] = [];
  let used = 0;
  for (const tick of ticksOf(axis, text)) {
    const label = text.timestamp(tick);
    const cell = nearestCell(tick, axis);
    if (cell < used || cell + textWidth(label) > axis.cells) continue;
    pieces.push(gap(cell - used), span(label, "quiet"));
    used = cell + textWidth(label);
  }
  const unit =
    text.unit === "" || used + 1 + text.unit.length > axis.cells ? [] : [span(` ${text.unit}`, "quiet")];
  return [...pieces, ...unit];
}

function ticksOf(axis: EventTimeAxis, text: TraceText): readonly number[] {
  const { from, to } = axis;
  const widest = Math.max(textWidth(text.timestamp(from)), textWidth(text.timestamp(to))) + BETWEEN;
  const room = Math.max(1, Math.floor(axis.cells / widest));
  const step = STEPS.find((each) => (to - from) / each <= room) ?? Math.max(1, to - from);
  const first = Math.ceil(from / step) * step;
  const count = Math.min(room, Math.floor((to - first) / step)) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * step);
}
