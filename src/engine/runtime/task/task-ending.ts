import type { TaskParts } from "./task-parts.ts";

/**
 * The way of a subtask from the end of its input to its own (the end of Flink's `StreamTask.invoke`): what is in flight
 * comes back, those behind learn that all elements have come, and with checkpoints one more must be complete, so that
 * what its operators did last is safe.
 */
export class TaskEnding {
  #hasSentEndOfData = false;
  /** The first checkpoint after all elements. */
  #finalCheckpoint: number | "complete" | null;

  constructor(finalCheckpoint: "awaited" | "none") {
    this.#finalCheckpoint = finalCheckpoint === "none" ? "complete" : null;
  }

  onSnapshot(checkpointId: number): void {
    if (this.#hasSentEndOfData) this.#finalCheckpoint ??= checkpointId;
  }

  onCheckpointComplete(checkpointId: number): void {
    if (typeof this.#finalCheckpoint === "number" && checkpointId >= this.#finalCheckpoint) {
      this.#finalCheckpoint = "complete";
    }
  }

  /** Goes as far as it can go now. */
  goOn({ chain, edges }: TaskParts): "over" | "waiting" {
    if (!chain.isQuiet()) return "waiting";
    if (!this.#hasSentEndOfData) {
      this.#hasSentEndOfData = true;
      for (const edge of edges) edge.broadcastEvent({ type: "end-of-data" });
    }
    return this.#finalCheckpoint === "complete" ? "over" : "waiting";
  }
}
