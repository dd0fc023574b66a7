import type { ExecutionGraph } from "../execution/execution-graph.ts";
import type { StreamTask } from "../task/stream-task.ts";

/** Who takes part in a checkpoint (Flink's class of the same name). */
export interface CheckpointPlan {
  /** Who is told by the coordinator: sources, and subtasks all of whose inputs have ended. */
  readonly tasksToTrigger: readonly StreamTask[];
  /** Who gives a part and learns of the end. */
  readonly tasksToWaitFor: readonly StreamTask[];
}

/**
 * Returns who takes part in a checkpoint now (`DefaultCheckpointPlanCalculator`); `null` if a subtask has not begun
 * its work yet, so that there can be none.
 */
export function planCheckpoint(graph: ExecutionGraph): CheckpointPlan | null {
  const tasks = graph.tasks.filter(({ state }) => state !== "FINISHED");
  if (tasks.some(({ state }) => state === "DEPLOYING" || state === "CANCELED")) return null;
  const tasksToTrigger = tasks.filter((task) =>
    graph.producersOf(task).every(({ state }) => state === "FINISHED"),
  );
  return { tasksToTrigger, tasksToWaitFor: tasks };
}
