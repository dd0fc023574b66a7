import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { placeName } from "./place-name.ts";
import { StationReader, type StationLane } from "./station-reader.ts";
import { tasksOf } from "./task-graph.ts";

/** All lanes of a trace. */
export interface Stations {
  readonly lanes: readonly StationLane[];
  /** The steps at which anything stands, in order. */
  readonly steps: readonly number[];
}

/** Returns what happened to checkpoints and transactions, lane by lane. */
export function stationsOf(events: readonly TracedEvent[]): Stations {
  const reader = new StationReader();
  for (const event of events) reader.read(event);
  const lanes = inFlow(withoutOnlyChannels(reader.lanes), events);
  const steps = lanes.flatMap(({ stations, blocked }) => [
    ...stations.map(({ step }) => step),
    ...blocked.flatMap(({ from, to }) => [from, to]),
  ]);
  return { lanes, steps: [...new Set(steps)].filter(Number.isFinite).toSorted((one, other) => one - other) };
}

/** The only channel of a task needs no lane of its own: nothing waits for another one. */
function withoutOnlyChannels(lanes: readonly StationLane[]): readonly StationLane[] {
  const bySubtask = Map.groupBy(lanes, ({ operator, subtask }) => placeName(operator, subtask));
  return [...bySubtask.values()].flatMap((own) => {
    const channels = own.filter(({ kind }) => kind === "channel");
    const [only] = channels;
    if (only === undefined || channels.length > 1) return own;
    const task = own.find(({ kind }) => kind === "task");
    const stations = [...only.stations, ...(task?.stations ?? [])];
    const merged: StationLane = { ...only, kind: "task", blocked: [], stations };
    return [merged, ...own.filter(({ kind }) => kind !== "channel" && kind !== "task")];
  });
}

/** Puts the JobManager first, then each subtask before its channels, as the records flow, then the sinks. */
function inFlow(lanes: readonly StationLane[], events: readonly TracedEvent[]): readonly StationLane[] {
  const tasks = tasksOf(events).map(({ name }) => name);
  const rank = { job: 0, task: 1, channel: 1, sink: 2 } as const;
  return lanes.toSorted(
    (one, other) =>
      rank[one.kind] - rank[other.kind] ||
      tasks.indexOf(one.operator) - tasks.indexOf(other.operator) ||
      one.subtask - other.subtask ||
      Number(one.kind === "channel") - Number(other.kind === "channel") ||
      one.channel - other.channel,
  );
}
