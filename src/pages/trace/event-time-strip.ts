import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { LegendSign } from "../../locale/trace-words.ts";
import { EMPTY_ROW, row, span, spreadRow, type Row } from "../row.ts";
import { eventTimeFacts } from "./event-time-facts.ts";
import { legendRow } from "./legend-row.ts";
import { operatorName } from "./place-name.ts";
import { plainEventTime } from "./plain-event-time.ts";
import { cursorText, stepRows } from "./step-rows.ts";
import type { Noting } from "./strip-notes.ts";
import { stripRows } from "./strip-rows.ts";
import { onCanvas, type TraceCanvas } from "./trace-canvas.ts";
import type { TraceCursor } from "./trace-cursor.ts";
import { traceSigns } from "./trace-signs.ts";
import { tellingOf } from "./trace-telling.ts";

const LEGEND: readonly LegendSign[] = ["record", "ahead", "here", "late", "several", "watermark", "jump"];

/** Rows that stand around the lanes: title, two empty ones, legend. */
const AROUND = 4;
/** What happens at the cursor is told in so many rows. */
const TOLD = 3;
/**
 * Returns event time as a strip: each source with its records, the watermark as the wall that moves through them, the
 * windows as bars that fill, fire, wait and go; below, what happens at the cursor. Times are timestamps, not arrivals:
 * a record stands where it belongs, and is hollow until it has come.
 */
export function eventTimeStrip(
  events: readonly TracedEvent[],
  cursor: TraceCursor,
  canvas: TraceCanvas,
): readonly Row[] {
  const { words } = canvas;
  if (events.length === 0) return onCanvas([row(words.nothing, "quiet")], canvas);
  const facts = eventTimeFacts(events, cursor);
  const noting = { events, cursor, facts, words };
  const rows = canvas.form === "plain" ? plainEventTime(noting) : drawn(noting, canvas);
  return onCanvas(rows, canvas);
}

function drawn(noting: Noting, canvas: TraceCanvas): readonly Row[] {
  const { events, cursor, facts, words } = noting;
  const telling = tellingOf(events, words, facts.text);
  const told = stepRows(events, cursor, TOLD, { canvas, telling });
  const title = titleRow(noting, canvas, cursorText(events, cursor, telling));
  if (facts.lanes.length === 0) return [title, row(words.strip.none, "quiet"), EMPTY_ROW, ...told];
  return [
    title,
    ...stripRows(noting, canvas.size.rows - AROUND - TOLD, canvas),
    EMPTY_ROW,
    ...told,
    ...Array.from({ length: TOLD - told.length + 1 }, () => EMPTY_ROW),
    legendRow(LEGEND, canvas),
  ];
}

function titleRow({ facts, words }: Noting, canvas: TraceCanvas, position: string): Row {
  const of =
    facts.operator === null ? "" : ` ${traceSigns(canvas.signs).separator} ${operatorName(facts.operator)}`;
  const title: Row = [span(words.strip.title, "accent", "bold"), span(of, "quiet")];
  return spreadRow(title, row(position, "quiet"), canvas.size.columns);
}
