import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { LegendSign } from "../../locale/trace-words.ts";
import { EMPTY_ROW, row, rowText, span, spreadRow, type Row } from "../row.ts";
import { channelQueues, type Queue } from "./channel-queues.ts";
import { legendRow } from "./legend-row.ts";
import { LOADS, loadLane, nameRow, percentText, queueFacts, queueLane } from "./load-lanes.ts";
import { placeName } from "./place-name.ts";
import { cursorText } from "./step-rows.ts";
import { laneRow, moreRow, stripLayout, type LaneRows } from "./strip-layout.ts";
import { culpritOf, taskLoads, type TaskLoad } from "./task-loads.ts";
import { onCanvas, type TraceCanvas } from "./trace-canvas.ts";
import { countUpTo, type TraceCursor } from "./trace-cursor.ts";
import { traceSigns } from "./trace-signs.ts";
import { tellingOf } from "./trace-telling.ts";

const LEGEND: readonly LegendSign[] = ["busy", "backPressured", "idle", "fullBuffer"];

/** Rows around the bars: title, an empty one, culprit, an empty one, legend. */
const AROUND = 5;

/** All that the picture shows. */
interface LoadFacts {
  readonly loads: readonly TaskLoad[];
  readonly queues: readonly Queue[];
  readonly culprit: TaskLoad | null;
  readonly position: string;
}

/**
 * Returns how each subtask spent its time until the cursor (busy B, back-pressured P, idle I), what waits in front of it,
 * and which one is the bottleneck.
 */
export function backPressureBars(
  events: readonly TracedEvent[],
  cursor: TraceCursor,
  canvas: TraceCanvas,
): readonly Row[] {
  const { words } = canvas;
  const past = events.slice(0, countUpTo(events, cursor));
  const loads = taskLoads(past);
  if (loads.length === 0) return onCanvas([row(words.load.none, "quiet")], canvas);
  const facts = {
    loads,
    queues: channelQueues(past),
    culprit: culpritOf(loads),
    position: cursorText(events, cursor, tellingOf(events, words)),
  };
  return onCanvas(canvas.form === "plain" ? plainRows(facts, canvas) : drawnRows(facts, canvas), canvas);
}

function drawnRows(facts: LoadFacts, canvas: TraceCanvas): readonly Row[] {
  const { words, size } = canvas;
  const most = Math.max(1, ...facts.queues.map((queue) => queue.most));
  const signs = traceSigns(canvas.signs);
  const names = facts.loads.map((load) => rowText(nameRow(load, canvas)));
  const layout = stripLayout(size.columns, [...names, ` ${signs.arrow}`]);
  const lanes = facts.loads.flatMap((load): readonly LaneRows[] => {
    const queue = facts.queues.find(({ task, subtask }) => task === load.task && subtask === load.subtask);
    const waiting = queue === undefined ? [] : [queueLane(queue, most, layout, canvas)];
    return [...waiting, loadLane(load, facts.culprit, layout, canvas)];
  });
  const room = Math.max(1, size.rows - AROUND);
  const shown = lanes.length > room ? lanes.slice(0, room - 1) : lanes;
  const left = lanes.length - shown.length;
  return [
    spreadRow(row(words.load.title, "accent", "bold"), row(facts.position, "quiet"), size.columns),
    ...shown.map((lane) => laneRow(lane, layout, canvas)),
    ...(left > 0 ? [moreRow(words.more(left), layout)] : []),
    EMPTY_ROW,
    culpritRow(facts.culprit, canvas),
    EMPTY_ROW,
    legendRow(LEGEND, canvas),
  ];
}

function culpritRow(culprit: TaskLoad | null, canvas: TraceCanvas): Row {
  const [who = "", why = ""] = culpritFacts(culprit, canvas);
  return [span(who, culprit === null ? "good" : "bad", "bold"), span(`  ${why}`, "quiet")];
}

function culpritFacts(culprit: TaskLoad | null, { words }: TraceCanvas): readonly string[] {
  if (culprit === null) return [words.load.noCulprit];
  return [words.load.culprit(placeName(culprit.task, culprit.subtask)), words.load.culpritWhy];
}

function plainRows({ loads, queues, culprit, position }: LoadFacts, canvas: TraceCanvas): readonly Row[] {
  const { words } = canvas;
  return [
    row(words.named(words.load.title, position)),
    ...loads.map((load) => {
      const queue = queues.find(({ task, subtask }) => task === load.task && subtask === load.subtask);
      const said = [
        ...LOADS.map((part) => `${words.load.share[part]} ${percentText(load.shares[part])}`),
        ...(queue === undefined ? [] : queueFacts(queue, canvas)),
      ];
      return row(words.named(placeName(load.task, load.subtask), words.listed(said)));
    }),
    row(words.listed(culpritFacts(culprit, canvas))),
  ];
}
