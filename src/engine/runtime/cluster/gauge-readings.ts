import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { ExecutionGraph } from "../execution/execution-graph.ts";

/** How often Flink reads its gauges, ms. */
const GAUGE_INTERVAL = 5000;

/** Reads the gauges of all subtasks from now on, until the job is over. */
export function readGauges(clock: VirtualClock, graph: ExecutionGraph, isOver: () => boolean): void {
  clock.scheduleInBackground(clock.now() + GAUGE_INTERVAL, () => {
    for (const { load } of graph.tasks) load.update();
    if (!isOver()) readGauges(clock, graph, isOver);
  });
}
