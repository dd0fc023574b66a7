import type { DistributionPattern } from "../../graph/partitioning.ts";
import type { StreamNode } from "../../graph/stream-graph.ts";
import type { ExecutionGraph } from "../execution/execution-graph.ts";
import type { PlannedSubtask } from "../execution/physical-plan.ts";
import type { StreamTask } from "../task/stream-task.ts";
import { type InFlightState, NOTHING_IN_FLIGHT } from "../task/task-snapshot.ts";
import type { CompletedCheckpoint, OperatorSnapshot } from "./completed-checkpoint.ts";
import type { PendingCheckpoint } from "./pending-checkpoint.ts";

/** Returns what the parts of all subtasks make together. */
export function completeCheckpoint(
  pending: PendingCheckpoint,
  graph: ExecutionGraph,
  completedAt: number,
): CompletedCheckpoint {
  const { id, triggeredAt, request } = pending;
  const operators = new Map<string, OperatorSnapshot>();
  const inFlight = new Map<string, readonly InFlightState[]>();
  const connections = new Map<string, readonly DistributionPattern[]>();
  for (const vertex of graph.plan.jobGraph.vertices) {
    const subtasks = graph.plan.subtasksOf(vertex);
    for (const node of vertex.operators) {
      operators.set(graph.plan.identityOf(node).operatorId, operatorSnapshot(node, subtasks, pending, graph));
    }
    const [head] = vertex.operators;
    const states = subtasks.map(
      (subtask) => pending.snapshotOf(graph.taskOf(subtask))?.inFlight ?? NOTHING_IN_FLIGHT,
    );
    if (head === undefined) continue;
    const { operatorId } = graph.plan.identityOf(head);
    inFlight.set(operatorId, states);
    connections.set(
      operatorId,
      graph.plan.inputsOf(vertex).map((edge) => edge.distributionPattern),
    );
  }
  return { id, type: request.type, triggeredAt, completedAt, operators, inFlight, connections };
}

function operatorSnapshot(
  node: StreamNode,
  subtasks: readonly PlannedSubtask[],
  pending: PendingCheckpoint,
  graph: ExecutionGraph,
): OperatorSnapshot {
  const { operatorId, name } = graph.plan.identityOf(node);
  const tasks = subtasks.map((subtask) => graph.taskOf(subtask));
  const [task] = tasks;
  return {
    name,
    maxParallelism:
      task?.plan.taskInfoOf(node).maxNumberOfParallelSubtasks ?? graph.plan.maxParallelismOf(node),
    isFullyFinished: tasks.every((each) => wasOver(each, pending)),
    subtasks: tasks.map((each) => pending.snapshotOf(each)?.operators.get(operatorId) ?? null),
  };
}

/** Whether a subtask had nothing left to do: it had ended, or it had only been started to pass that on. */
function wasOver(task: StreamTask, pending: PendingCheckpoint): boolean {
  return pending.snapshotOf(task) === null || task.plan.start.type === "finished";
}
