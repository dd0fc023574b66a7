import type { DistributionPattern } from "../../graph/partitioning.ts";
import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { InFlightState } from "../task/task-snapshot.ts";

/** What a snapshot is for: recovery, or its user's own (Flink's `CheckpointType` and `SavepointType`). */
export type SnapshotType = "checkpoint" | "savepoint";

/** One operator in a snapshot of a job (Flink's `OperatorState`). */
export interface OperatorSnapshot {
  readonly name: string;
  /** The number of key groups. */
  readonly maxParallelism: number;
  /** Whether all its subtasks had been over: nothing of it is to be done again. */
  readonly isFullyFinished: boolean;
  /** The state of each subtask; `null` where one had been over. */
  readonly subtasks: readonly (OperatorSubtaskState | null)[];
}

/** A snapshot to which all subtasks have given their part: from it a job can go on (Flink's `CompletedCheckpoint`). */
export interface CompletedCheckpoint {
  readonly id: number;
  readonly type: SnapshotType;
  /** When it began, ms. */
  readonly triggeredAt: number;
  /** When the last subtask had given its part, ms. */
  readonly completedAt: number;
  readonly operators: ReadonlyMap<string, OperatorSnapshot>;
  /** What was under way at each subtask of a task, by the id of the task's first operator. */
  readonly inFlight: ReadonlyMap<string, readonly InFlightState[]>;
  /** How each input of a task was connected, by the id of the task's first operator: what its channels meant. */
  readonly connections: ReadonlyMap<string, readonly DistributionPattern[]>;
}

/**
 * Where completed checkpoints and the counter of their ids are kept: outside of the JobManager, so that the next one
 * finds them (Flink's `CompletedCheckpointStore` and `CheckpointIDCounter` in high availability).
 */
export class CompletedCheckpointStore {
  #latest: CompletedCheckpoint | null;
  #nextId: number;

  /** A job that starts from a savepoint counts on behind it. */
  constructor(startedFrom: CompletedCheckpoint | null = null) {
    this.#latest = startedFrom;
    this.#nextId = (startedFrom?.id ?? 0) + 1;
  }

  /** The newest checkpoint from which the job can recover. */
  get latest(): CompletedCheckpoint | null {
    return this.#latest;
  }

  add(checkpoint: CompletedCheckpoint): void {
    this.#latest = checkpoint;
  }

  /** Returns an id that was never given before. */
  nextId(): number {
    return this.#nextId++;
  }
}
