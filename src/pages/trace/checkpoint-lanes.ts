import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { LegendSign } from "../../locale/trace-words.ts";
import { EMPTY_ROW, row, rowText, span, spreadRow, type Row } from "../row.ts";
import { columnsAround, headerRow, stationRow } from "./checkpoint-columns.ts";
import { stationsOf, type Stations } from "./checkpoint-stations.ts";
import { eventSentence, type Telling } from "./event-sentence.ts";
import { legendRow } from "./legend-row.ts";
import { placeName, placeRow } from "./place-name.ts";
import type { StationLane } from "./station-reader.ts";
import { cursorText, stepRows } from "./step-rows.ts";
import { laneRow, LONGEST_LABEL, moreRow, stripLayout } from "./strip-layout.ts";
import { taskOf, tasksOf, type TracedTask } from "./task-graph.ts";
import { onCanvas, type TraceCanvas } from "./trace-canvas.ts";
import { countUpTo, type TraceCursor } from "./trace-cursor.ts";
import { traceSigns } from "./trace-signs.ts";
import { tellingOf } from "./trace-telling.ts";
import { transactionsRow } from "./transactions-row.ts";

const CHECKPOINT_SIGNS: readonly LegendSign[] = [
  "barrier",
  "blocked",
  "snapshot",
  "ack",
  "complete",
  "aborted",
  "crash",
  "restore",
];
const SINK_SIGNS: readonly LegendSign[] = ["transaction", "preCommitted", "committed", "aborted"];

/** Rows around the lanes: title, steps, an empty one, transactions, an empty one, two legends. */
const AROUND = 7;
/** What happens at the cursor is told in so many rows. */
const TOLD = 3;

/**
 * Returns checkpoints as lanes over the steps at which something happens to them: barriers that arrive, channels that are
 * blocked behind them, snapshots, acknowledgements, failures and restores, and the transactions of sinks.
 */
export function checkpointLanes(
  events: readonly TracedEvent[],
  cursor: TraceCursor,
  canvas: TraceCanvas,
): readonly Row[] {
  const { words } = canvas;
  const stations = stationsOf(events);
  if (stations.steps.length === 0) return onCanvas([row(words.checkpoints.none, "quiet")], canvas);
  const telling = tellingOf(events, words);
  const rows =
    canvas.form === "plain"
      ? plainRows(events, cursor, telling)
      : drawnRows(stations, { events, cursor, canvas, telling });
  return onCanvas(rows, canvas);
}

interface Drawing {
  readonly events: readonly TracedEvent[];
  readonly cursor: TraceCursor;
  readonly canvas: TraceCanvas;
  readonly telling: Telling;
}

function drawnRows(stations: Stations, { events, cursor, canvas, telling }: Drawing): readonly Row[] {
  const { words, size } = canvas;
  const signs = traceSigns(canvas.signs);
  const tasks = tasksOf(events);
  const lanes = stations.lanes.slice(0, Math.max(1, size.rows - AROUND - TOLD));
  const names = lanes.map((lane) => laneName(lane, tasks, canvas));
  const { label } = stripLayout(size.columns, names.map(rowText));
  const where = { cursor: cursor.step, room: size.columns - label };
  const wrong = new Set((canvas.violations ?? []).map(({ step }) => step));
  const steps = [...new Set([...stations.steps, ...wrong])].toSorted((one, other) => one - other);
  const columns = columnsAround(steps, lanes, where, signs);
  const layout = { label, cells: size.columns - label, note: 0 };
  const lane = (name: Row, cells: Row): Row => laneRow({ name, cells, note: EMPTY_ROW }, layout, canvas);
  const left = stations.lanes.length - lanes.length;
  const told = stepRows(events.filter(isTold), cursor, TOLD, { canvas, telling });
  const used = new Set<string>(stations.lanes.flatMap(({ stations }) => stations.map(({ sign }) => sign)));
  const legend = (shown: readonly LegendSign[]): Row =>
    legendRow(
      shown.filter((sign) => sign === "blocked" || used.has(sign)),
      canvas,
    );
  return [
    spreadRow(
      row(words.checkpoints.title, "accent", "bold"),
      row(cursorText(events, cursor, telling), "quiet"),
      size.columns,
    ),
    lane(EMPTY_ROW, headerRow(columns, cursor.step, wrong, signs)),
    ...lanes.map((each, index) =>
      lane(names[index] ?? EMPTY_ROW, stationRow(each, columns, cursor.step, signs)),
    ),
    ...(left > 0 ? [moreRow(words.more(left), layout)] : []),
    ...transactionsRow(events.slice(0, countUpTo(events, cursor)), canvas),
    EMPTY_ROW,
    ...told,
    ...Array.from({ length: TOLD - told.length }, () => EMPTY_ROW),
    legend(CHECKPOINT_SIGNS),
    ...(stations.lanes.some(({ kind }) => kind === "sink") ? [legend(SINK_SIGNS)] : []),
  ];
}

function laneName(lane: StationLane, tasks: readonly TracedTask[], canvas: TraceCanvas): Row {
  const { from } = traceSigns(canvas.signs);
  switch (lane.kind) {
    case "job":
    case "task":
      return placeRow(lane, LONGEST_LABEL, canvas);
    case "channel": {
      const sender = taskOf(tasks, lane.operator)?.producers.get(lane.subtask)?.[lane.channel];
      const name = sender === undefined ? String(lane.channel) : placeName(sender.task, sender.subtask);
      return row(` ${from} ${name}`, "quiet");
    }
    case "sink":
      return [span(canvas.words.checkpoints.transactionsOf), ...placeRow(lane, LONGEST_LABEL - 5, canvas)];
  }
}

/** Returns what happened to checkpoints up to the cursor, a sentence each. */
function plainRows(events: readonly TracedEvent[], cursor: TraceCursor, telling: Telling): readonly Row[] {
  const { words } = telling;
  const told = events
    .slice(0, countUpTo(events, cursor))
    .filter(isTold)
    .flatMap((event): Row[] => {
      const said = eventSentence(event, telling);
      if (said === null) return [];
      const who = placeName(event.operator, event.subtask);
      return [[span(words.named(`${words.strip.atStep(event.step)} ${who}`, said))]];
    });
  return [row(words.named(words.checkpoints.title, cursorText(events, cursor, telling))), ...told];
}

/** Whether an event belongs to this picture. */
function isTold({ type }: TracedEvent): boolean {
  switch (type) {
    case "barrier-in":
    case "channel-blocked":
    case "channel-resumed":
    case "snapshot":
    case "ack":
    case "checkpoint-begin":
    case "checkpoint-complete":
    case "checkpoint-fail":
    case "transaction":
    case "failure":
    case "restore":
    case "job-status":
      return true;
    default:
      return false;
  }
}
