import type { StreamTask } from "../task/stream-task.ts";
import type { TaskSnapshot } from "../task/task-snapshot.ts";
import type { CheckpointPlan } from "./checkpoint-plan.ts";
import type { SnapshotRequest } from "./checkpoint-requests.ts";

/** A checkpoint that has been triggered (Flink's class of the same name): it gathers the parts of the subtasks. */
export class PendingCheckpoint {
  readonly id: number;
  /** When it began, ms. */
  readonly triggeredAt: number;
  readonly plan: CheckpointPlan;
  readonly request: SnapshotRequest;
  readonly #snapshots = new Map<StreamTask, TaskSnapshot>();

  constructor(id: number, triggeredAt: number, plan: CheckpointPlan, request: SnapshotRequest) {
    this.id = id;
    this.triggeredAt = triggeredAt;
    this.plan = plan;
    this.request = request;
  }

  /** Takes the part of a subtask; whether all have given theirs now. */
  acknowledge(task: StreamTask, snapshot: TaskSnapshot): boolean {
    if (this.plan.tasksToWaitFor.includes(task)) this.#snapshots.set(task, snapshot);
    return this.#snapshots.size === this.plan.tasksToWaitFor.length;
  }

  /** The parts that have been given. */
  get snapshots(): readonly TaskSnapshot[] {
    return [...this.#snapshots.values()];
  }

  snapshotOf(task: StreamTask): TaskSnapshot | null {
    return this.#snapshots.get(task) ?? null;
  }
}
