import type { CheckpointableTask } from "./checkpoint-barrier-handler.ts";
import type { CheckpointBarrier } from "./checkpoint-barrier.ts";

/** What a task does at a checkpoint. */
export interface CheckpointActions {
  /** Lets the operators finish what must be out before the barrier. */
  readonly prepareSnapshotPreBarrier: (checkpointId: number) => void;
  /** Sends the barrier to all tasks behind. */
  readonly broadcastBarrier: (barrier: CheckpointBarrier) => void;
  /** Takes the snapshot of the operators and acknowledges it. */
  readonly snapshotState: (checkpointId: number) => void;
  /** Tells all tasks behind that the checkpoint will not be. */
  readonly broadcastCancelMarker: (checkpointId: number) => void;
}

/** Runs the checkpoints of one task in Flink's order (the part of `SubtaskCheckpointCoordinatorImpl` that a stream sees). */
export class SubtaskCheckpointCoordinator implements CheckpointableTask {
  readonly #actions: CheckpointActions;
  #lastCheckpointId = -1;

  constructor(actions: CheckpointActions) {
    this.#actions = actions;
  }

  /** Takes part in a checkpoint, unless a newer one or this one was begun or given up before. */
  triggerCheckpointOnBarrier(barrier: CheckpointBarrier): void {
    if (barrier.id <= this.#lastCheckpointId) return;
    this.#lastCheckpointId = barrier.id;
    this.#actions.prepareSnapshotPreBarrier(barrier.id);
    this.#actions.broadcastBarrier(barrier);
    this.#actions.snapshotState(barrier.id);
  }

  abortCheckpointOnBarrier(checkpointId: number): void {
    this.#lastCheckpointId = Math.max(this.#lastCheckpointId, checkpointId);
    this.#actions.broadcastCancelMarker(checkpointId);
  }
}
