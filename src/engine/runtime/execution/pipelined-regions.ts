import type { PhysicalPlan, PlannedSubtask } from "./physical-plan.ts";

/**
 * Returns the subtasks that restart together when one of them fails: all that are connected, over however many
 * channels (`RestartPipelinedRegionFailoverStrategy`). An all-to-all edge makes one region of both its tasks.
 */
export function pipelinedRegionOf(failed: PlannedSubtask, plan: PhysicalPlan): ReadonlySet<PlannedSubtask> {
  const neighbours = neighboursOf(plan);
  const region = new Set([failed]);
  for (const subtask of region) {
    for (const neighbour of neighbours.get(subtask) ?? []) region.add(neighbour);
  }
  return region;
}

function neighboursOf(plan: PhysicalPlan): ReadonlyMap<PlannedSubtask, ReadonlySet<PlannedSubtask>> {
  const neighbours = new Map(plan.subtasks.map((subtask) => [subtask, new Set<PlannedSubtask>()]));
  for (const consumer of plan.subtasks) {
    for (const producer of plan.producersOf(consumer)) {
      neighbours.get(consumer)?.add(producer);
      neighbours.get(producer)?.add(consumer);
    }
  }
  return neighbours;
}
