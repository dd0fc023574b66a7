import { gap, row, rowText, type Row } from "../row.ts";
import { axisRow, type EventTimeAxis } from "./event-time-axis.ts";
import { axisAround, watermarkAt, type EventTimeFacts } from "./event-time-facts.ts";
import { recordsInHand } from "./late-records.ts";
import { placeRow } from "./place-name.ts";
import { recordCells, watermarkCells, windowCells, type StripPen } from "./strip-lanes.ts";
import { laneRow, LONGEST_LABEL, moreRow, noteRow, stripLayout, type Note } from "./strip-layout.ts";
import { recordNote, watermarkNote, windowNote, type Noting } from "./strip-notes.ts";
import type { TraceCanvas } from "./trace-canvas.ts";
import { eventsAt, type TraceCursor } from "./trace-cursor.ts";
import { traceSigns } from "./trace-signs.ts";
import { watermarkHolder } from "./watermark-holder.ts";
import type { WindowBar } from "./window-bars.ts";

/** So many lanes of watermarks are shown; those of one operator are nearly always the same. */
const MOST_WATERMARKS = 3;

/** One lane before it is drawn. */
interface Lane {
  readonly name: Row;
  readonly note: Note;
  readonly cells: (pen: StripPen) => Row;
}

/** Returns the axis and, below it, as many lanes of records, watermarks and windows as there is room for. */
export function stripRows(noting: Noting, room: number, canvas: TraceCanvas): readonly Row[] {
  const { facts, words } = noting;
  const records = recordLanesOf(noting, canvas);
  const watermarks = watermarkLanesOf(noting).slice(0, MOST_WATERMARKS);
  const all = facts.windows.map((window) => windowLane(window, noting));
  const names = [...records, ...watermarks, ...all].map(({ name }) => rowText(name));
  const layout = stripLayout(canvas.size.columns, names);
  const pen = penOf(noting, layout.cells, canvas);
  const lanes = records.slice(0, Math.max(1, Math.floor((room - watermarks.length) / 2)));
  // Besides the lanes: the axis, and the row that tells how many did not fit.
  const windows = windowsAround(facts.windows, pen.axis, room - lanes.length - watermarks.length - 2);
  const groups = [...lanes, ...watermarks, ...windows.map((window) => windowLane(window, noting))];
  const left = records.length - lanes.length + facts.windows.length - windows.length;
  return [
    [gap(layout.label), ...axisRow(pen.axis, facts.text)],
    ...groups.map(({ name, note, cells }) =>
      laneRow({ name, cells: cells(pen), note: noteRow(note, layout, canvas) }, layout, canvas),
    ),
    ...(left > 0 ? [moreRow(words.more(left), layout)] : []),
  ];
}

function penOf({ events, cursor, facts }: Noting, cells: number, { signs }: TraceCanvas): StripPen {
  const records = facts.lanes.flatMap((lane) => lane.records);
  return {
    axis: axisAround(facts, cursor, cells),
    signs: traceSigns(signs),
    cursor,
    inHand: recordsInHand(records, eventsAt(events, cursor), facts.operator),
    wall: wallOf(facts, cursor),
  };
}

function recordLanesOf(noting: Noting, canvas: TraceCanvas): readonly Lane[] {
  return noting.facts.lanes.map((lane) => ({
    name: lane.split === null ? placeRow(lane, LONGEST_LABEL, canvas) : row(lane.split),
    note: recordNote(lane, noting),
    cells: (pen) => recordCells(lane, pen),
  }));
}

function watermarkLanesOf(noting: Noting): readonly Lane[] {
  const { events, cursor, facts, words } = noting;
  return facts.watermarks.map((lane) => ({
    name: row(
      facts.watermarks.length > 1 ? `${words.strip.watermark}.${lane.subtask}` : words.strip.watermark,
    ),
    note: watermarkNote(lane, noting, watermarkHolder(events, cursor, lane)),
    cells: (pen) => watermarkCells(lane, pen),
  }));
}

function windowLane(window: WindowBar, { facts, words }: Noting): Lane {
  return {
    name: row(facts.text.window(window)),
    note: windowNote(window, words),
    cells: (pen) => windowCells(window, pen),
  };
}

/**
 * Returns as many windows as there is room for, of those that are on the axis or still hold something: the first that is
 * not gone, some before it, the rest after it.
 */
function windowsAround(
  windows: readonly WindowBar[],
  { from, to }: EventTimeAxis,
  room: number,
): readonly WindowBar[] {
  const near = windows.filter(
    ({ start, end, phase }) => (start < to && end > from) || phase === "open" || phase === "fired",
  );
  const alive = near.findIndex(({ phase }) => phase !== "gone");
  const first = (alive < 0 ? near.length : alive) - Math.floor(room / 3);
  const begin = Math.min(Math.max(0, first), Math.max(0, near.length - room));
  return near.slice(begin, begin + Math.max(0, room));
}

/** Where the wall stands: at the least of the watermarks. */
function wallOf(facts: EventTimeFacts, cursor: TraceCursor): number | null {
  const now = facts.watermarks.flatMap((lane) => watermarkAt(lane, cursor) ?? []);
  return now.length === 0 ? null : Math.min(...now);
}
