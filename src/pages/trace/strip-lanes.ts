import type { Row, Tone } from "../row.ts";
import { CellLine } from "./cell-line.ts";
import { cellOf, nearestCell, type EventTimeAxis } from "./event-time-axis.ts";
import { watermarkAt } from "./event-time-facts.ts";
import type { LaneRecord } from "./late-records.ts";
import type { RecordLane } from "./record-lanes.ts";
import type { TraceCursor } from "./trace-cursor.ts";
import type { TraceSigns } from "./trace-signs.ts";
import type { WatermarkLane } from "./watermark-lanes.ts";
import type { WindowBar, WindowPhase } from "./window-bars.ts";

/** What every lane of a strip is drawn with. */
export interface StripPen {
  readonly axis: EventTimeAxis;
  readonly signs: TraceSigns;
  readonly cursor: TraceCursor;
  /** The records that the step of the cursor is about. */
  readonly inHand: ReadonlySet<LaneRecord>;
  /** The least watermark at the cursor, which stands as a wall in all lanes; `null` before the first one. */
  readonly wall: number | null;
}

/** A sign and its tone. */
interface Mark {
  readonly text: string;
  readonly tone: Tone;
}

const PHASE_TONES: Readonly<Record<WindowPhase, Tone>> = {
  ahead: "quiet",
  open: "accent",
  fired: "good",
  gone: "quiet",
};

/** Returns the cells of a lane of records, with their names where there is room. */
export function recordCells({ records }: RecordLane, pen: StripPen): Row {
  const line = lineWithWall(pen, pen.signs.lane);
  const inCells = Map.groupBy(records, ({ timestamp }) => cellOf(timestamp, pen.axis));
  for (const [cell, group] of inCells) {
    const mark = markOf(group, pen);
    if (cell !== null) line.put(cell, mark.text, mark.tone);
  }
  for (const [cell, group] of inCells) {
    const [only] = group;
    if (cell === null || only === undefined || group.length > 1) continue;
    line.write(cell + 1, only.name, { ground: pen.signs.lane, tone: markOf(group, pen).tone });
  }
  return line.row();
}

/** Returns the sign of the records in one cell. */
function markOf(group: readonly LaneRecord[], { signs, cursor: { step }, inHand }: StripPen): Mark {
  const come = group.filter((record) => record.step <= step);
  if (come.some(({ lateAt }) => lateAt === step)) return { text: signs.late, tone: "bad" };
  if (come.some((record) => inHand.has(record))) return { text: signs.here, tone: "accent" };
  if (come.some(({ lateAt }) => lateAt !== null && lateAt <= step)) return { text: signs.late, tone: "bad" };
  if (come.length === 0) return { text: signs.ahead, tone: "quiet" };
  return { text: come.length > 1 ? signs.several : signs.record, tone: "plain" };
}

/** Returns the cells of the watermarks: what is passed, where each one stood, and which of them jumped. */
export function watermarkCells(lane: WatermarkLane, pen: StripPen): Row {
  const { axis, signs, cursor } = pen;
  const line = lineWithWall(pen, " ");
  const now = watermarkAt(lane, cursor);
  if (now === null) return line.row();
  if (now < axis.from) return pointingOut(line, { cell: 0, text: signs.from, tone: "accent" });
  line.fill(0, nearestCell(now, axis), { text: signs.passed, tone: "quiet" });
  for (const { step, timestamp, jump } of lane.advances) {
    const cell = cellOf(timestamp, axis);
    if (cell === null || step > cursor.step) continue;
    if (jump === null) line.put(cell, signs.watermark, "accent");
    else line.put(cell, signs.jump, "warning");
  }
  return line.row();
}

/** Returns the cells of a window: its two ends and, between them, what it is doing. */
export function windowCells({ start, end, phase }: WindowBar, pen: StripPen): Row {
  const { axis, signs } = pen;
  const line = lineWithWall(pen, " ");
  const tone = PHASE_TONES[phase];
  if (end < axis.from) return pointingOut(line, { cell: 0, text: signs.from, tone });
  if (start > axis.to) return pointingOut(line, { cell: axis.cells - 1, text: signs.arrow, tone });
  const text = { ahead: " ", open: signs.open, fired: signs.waiting, gone: signs.gone }[phase];
  line.fill(nearestCell(start, axis), nearestCell(end, axis), { text, tone });
  line.put(cellOf(start, axis) ?? -1, signs.windowStart, tone);
  line.put(cellOf(end, axis) ?? -1, signs.windowEnd, tone);
  return line.row();
}

/** What lies outside of the axis is pointed at. */
function pointingOut(line: CellLine, { cell, text, tone }: Mark & { readonly cell: number }): Row {
  line.put(cell, text, tone);
  return line.row();
}

function lineWithWall({ axis, signs, wall }: StripPen, ground: string): CellLine {
  const line = new CellLine(axis.cells, ground);
  const cell = wall === null ? null : cellOf(wall, axis);
  if (cell !== null) line.put(cell, signs.wall, "accent");
  return line;
}
