import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { EventTimeAxis } from "./event-time-axis.ts";
import type { LaneRecord } from "./late-records.ts";
import { recordLanes, type RecordLane } from "./record-lanes.ts";
import { countUpTo, type TraceCursor } from "./trace-cursor.ts";
import { traceTextOf, type TraceText } from "./trace-text.ts";
import { watchedOperator, watermarkLanes, type WatermarkLane } from "./watermark-lanes.ts";
import { windowBars, type WindowBar } from "./window-bars.ts";

/** All that a picture of event time shows, as it is at a cursor. */
export interface EventTimeFacts {
  readonly text: TraceText;
  /** How far the event time of all sources goes. */
  readonly lanes: readonly RecordLane[];
  /** The operator whose watermarks and windows are shown; `null` if none has any. */
  readonly operator: string | null;
  readonly watermarks: readonly WatermarkLane[];
  readonly windows: readonly WindowBar[];
}

/** Returns what there is to show of event time. */
export function eventTimeFacts(events: readonly TracedEvent[], cursor: TraceCursor): EventTimeFacts {
  const operator = watchedOperator(events);
  const windows = windowBars(events, countUpTo(events, cursor), operator);
  return {
    text: traceTextOf(events),
    lanes: recordLanes(events),
    operator,
    watermarks: watermarkLanes(events, operator, windows),
    windows,
  };
}

/** Returns the watermark (ms) of a lane at a cursor; `null` before the first one. */
export function watermarkAt({ advances }: WatermarkLane, { step }: TraceCursor): number | null {
  return advances.findLast((advance) => advance.step <= step)?.timestamp ?? null;
}

/** Cells for each record where not all records are shown: half of them free, for names. */
const CELLS_PER_RECORD = 2;

/**
 * Returns the stretch of event time around the cursor: all of it if there are no more records than cells, else that of
 * the records that came last before it, and of some that come after.
 */
export function axisAround(facts: EventTimeFacts, cursor: TraceCursor, cells: number): EventTimeAxis {
  const all = facts.lanes.flatMap(({ records }) => records).toSorted((one, other) => one.step - other.step);
  const isWhole = all.length <= cells;
  const shown = isWhole ? all : recordsAround(all, cursor, Math.floor(cells / CELLS_PER_RECORD));
  const times = shown.map(({ timestamp }) => timestamp);
  const bounds = facts.windows.flatMap(({ start, end }) => (holdsAny(shown, start, end) ? [start, end] : []));
  const marks = facts.watermarks.flatMap((lane) => watermarkAt(lane, cursor) ?? []).filter(Number.isFinite);
  const ends = [...times, ...bounds, ...(isWhole ? marks : [])];
  const from = smallest(ends);
  return { from, to: Math.max(largest(ends), from + 1), cells };
}

/**
 * Returns the records that came last before the cursor and some that come after it. Late ones, which belong far back, are
 * left out but at the steps at which they matter.
 */
function recordsAround(
  all: readonly LaneRecord[],
  { step }: TraceCursor,
  count: number,
): readonly LaneRecord[] {
  const inTime = all.filter(({ lateAt, step: at }) => lateAt === null || lateAt === step || at === step);
  const next = inTime.findIndex((record) => record.step > step);
  const come = next < 0 ? inTime.length : next;
  const from = Math.min(Math.max(0, come - Math.ceil((count * 2) / 3)), Math.max(0, inTime.length - count));
  return inTime.slice(from, from + count);
}

function holdsAny(records: readonly LaneRecord[], start: number, end: number): boolean {
  return records.some(({ timestamp }) => start <= timestamp && timestamp < end);
}

function smallest(times: readonly number[]): number {
  return times.length === 0 ? 0 : times.reduce((least, time) => Math.min(least, time));
}

function largest(times: readonly number[]): number {
  return times.length === 0 ? 0 : times.reduce((most, time) => Math.max(most, time));
}
