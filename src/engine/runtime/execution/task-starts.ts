import type { JobVertex } from "../../graph/job-graph.ts";
import type { StreamNode } from "../../graph/stream-graph.ts";
import { IllegalStateException, UnsupportedOperationException } from "../../java/exceptions.ts";
import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import { repartition } from "../../operators/state-assignment.ts";
import type { CompletedCheckpoint, OperatorSnapshot } from "../checkpoint/completed-checkpoint.ts";
import { runnableOf } from "../program/runnable-transformation.ts";
import type { TaskStart } from "../task/task-plan.ts";
import { inFlightElements, type InFlightState, NOTHING_IN_FLIGHT } from "../task/task-snapshot.ts";
import { rescaleInFlight } from "./in-flight-rescale.ts";
import type { PhysicalPlan, PlannedSubtask } from "./physical-plan.ts";

/** What is done with state of operators that the job no longer has. */
export type NonRestoredState = "refuse" | "allow";

const NO_STATE: OperatorSubtaskState = {
  keyed: { tables: [] },
  timers: [],
  operator: { lists: [], broadcasts: [] },
};

/** Deals the state of a snapshot out to the subtasks of a job (Flink's `StateAssignmentOperation`). */
export class TaskStarts {
  readonly #plan: PhysicalPlan;
  readonly #snapshot: CompletedCheckpoint | null;
  #inFlight: ReadonlyMap<JobVertex, readonly InFlightState[]> | null = null;
  readonly #dealt = new Map<StreamNode, readonly OperatorSubtaskState[]>();

  /** Throws an IllegalStateException for state that nobody in the job can take, in Flink's words. */
  constructor(plan: PhysicalPlan, snapshot: CompletedCheckpoint | null, nonRestored: NonRestoredState) {
    this.#plan = plan;
    this.#snapshot = snapshot;
    if (snapshot === null) return;
    const nodes = plan.jobGraph.vertices.flatMap(({ operators }) => operators);
    const known = new Set(nodes.map((node) => plan.identityOf(node).operatorId));
    if (nonRestored === "refuse") refuseUnknown(snapshot, known);
    for (const node of nodes) this.#dealOut(node, snapshot.id);
  }

  /** Returns the number of key groups of an operator: state keeps the one that it was taken with. */
  maxParallelismOf(node: StreamNode): number {
    return this.#operatorSnapshot(node)?.maxParallelism ?? this.#plan.maxParallelismOf(node);
  }

  /** Returns what a subtask begins with. */
  startOf({ vertex, subtaskIndex }: PlannedSubtask): TaskStart {
    if (this.#snapshot === null) return { type: "new" };
    if (vertex.operators.every((node) => this.#operatorSnapshot(node)?.isFullyFinished === true)) {
      return { type: "finished" };
    }
    const operators = new Map<string, OperatorSubtaskState>();
    for (const node of vertex.operators) {
      const state = this.#dealt.get(node)?.[subtaskIndex];
      if (state !== undefined) operators.set(this.#plan.identityOf(node).operatorId, state);
    }
    const inFlight = this.#inFlightOf(vertex)[subtaskIndex] ?? NOTHING_IN_FLIGHT;
    return { type: "restored", checkpointId: this.#snapshot.id, operators, inFlight };
  }

  #dealOut(node: StreamNode, id: number): void {
    const operator = this.#operatorSnapshot(node);
    if (operator === undefined) return;
    checkMaxParallelism(node, operator, id);
    const before = operator.subtasks.map((state) => state ?? NO_STATE);
    this.#dealt.set(node, repartition(before, node.parallelism, operator.maxParallelism));
  }

  /** What was under way at each subtask: where it was or, if a parallelism has changed, where it belongs now. */
  #inFlightOf(vertex: JobVertex): readonly InFlightState[] {
    this.#inFlight ??= this.#assignInFlight();
    return this.#inFlight.get(vertex) ?? [];
  }

  #assignInFlight(): ReadonlyMap<JobVertex, readonly InFlightState[]> {
    const { vertices } = this.#plan.jobGraph;
    const before = new Map(vertices.map((vertex) => [vertex, this.#inFlightBefore(vertex)]));
    const isSame =
      this.#snapshot?.inFlight.size === vertices.length &&
      vertices.every((vertex) => before.get(vertex)?.length === vertex.parallelism);
    const isEmpty = [...before.values()].flat().every((state) => inFlightElements(state).length === 0);
    if (isSame) return before;
    this.#refuseLostElements(before.keys());
    if (isEmpty) return before;
    return rescaleInFlight({
      plan: this.#plan,
      of: (vertex) => before.get(vertex) ?? [],
      connectionsOf: (vertex) => this.#snapshot?.connections.get(this.#idOf(vertex)) ?? [],
      maxParallelismOf: ({ operators: [head] }) => (head === undefined ? 0 : this.maxParallelismOf(head)),
    });
  }

  #refuseLostElements(vertices: Iterable<JobVertex>): void {
    const known = new Set([...vertices].map((vertex) => this.#idOf(vertex)));
    for (const [id, states] of this.#snapshot?.inFlight ?? []) {
      if (known.has(id) || states.every((state) => inFlightElements(state).length === 0)) continue;
      throw new UnsupportedOperationException(
        `Data was in flight in front of or behind a task that begins with operator ${id}, and now none does: take a savepoint instead.`,
      );
    }
  }

  #inFlightBefore(vertex: JobVertex): readonly InFlightState[] {
    return this.#snapshot?.inFlight.get(this.#idOf(vertex)) ?? [];
  }

  /** Returns the id by which a snapshot knows a task: that of its first operator. */
  #idOf({ operators: [head] }: JobVertex): string {
    return head === undefined ? "" : this.#plan.identityOf(head).operatorId;
  }

  #operatorSnapshot(node: StreamNode): OperatorSnapshot | undefined {
    return this.#snapshot?.operators.get(this.#plan.identityOf(node).operatorId);
  }
}

function refuseUnknown({ id, operators }: CompletedCheckpoint, known: ReadonlySet<string>): void {
  for (const [operatorId, { subtasks }] of operators) {
    if (known.has(operatorId) || !subtasks.some((state) => state !== null && hasState(state))) continue;
    throw new IllegalStateException(
      `Failed to rollback to checkpoint/savepoint ${id}. Cannot map checkpoint/savepoint state for operator ` +
        `${operatorId} to the new program, because the operator is not available in the new program. If you want to ` +
        "allow to skip this, you can set the --allowNonRestoredState option on the CLI.",
    );
  }
}

function hasState({ keyed, timers, operator }: OperatorSubtaskState): boolean {
  return (
    keyed.tables.some(({ entries }) => entries.length > 0) ||
    timers.some(
      ({ eventTimeTimers, processingTimeTimers }) => eventTimeTimers.length + processingTimeTimers.length > 0,
    ) ||
    operator.lists.some(({ elements }) => elements.length > 0) ||
    operator.broadcasts.some(({ entries }) => entries.length > 0)
  );
}

function checkMaxParallelism(node: StreamNode, { maxParallelism }: OperatorSnapshot, id: number): void {
  const configured = runnableOf(node).maxParallelism;
  if (configured !== null && configured !== maxParallelism) {
    throw new IllegalStateException(
      `Failed to rollback to checkpoint/savepoint ${id}. Max parallelism mismatch between checkpoint/savepoint state ` +
        `and new program. Cannot map operator ${node.name} with max parallelism ${maxParallelism} to new program ` +
        `with max parallelism ${configured}. This indicates that the program has been changed in a non-compatible ` +
        "way after the checkpoint/savepoint.",
    );
  }
  if (node.parallelism <= maxParallelism) return;
  throw new IllegalStateException(
    `The state for task ${node.name} can not be restored. The maximum parallelism (${maxParallelism}) of the restored ` +
      `state is lower than the configured parallelism (${node.parallelism}). Please reduce the parallelism of the ` +
      "task to be lower or equal to the maximum parallelism.",
  );
}
