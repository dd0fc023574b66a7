import type { TaskParts } from "./task-parts.ts";

/**
 * The way of a subtask from the end of its input to its own (the end of Flink's `StreamTask.invoke`): what is in flight
 * comes back, and those behind learn that all elements have come. With checkpoints one more must be complete, so that
 * what its operators did last is safe, and those behind must have processed all: an unaligned barrier overtakes data
 * that a subtask which is over could not send again.
 */
export class TaskEnding {
  #hasSentEndOfData = false;
  /** The first checkpoint after all elements. */
  #finalCheckpoint: number | "complete" | null = null;
  readonly #policy: "awaited" | "none";

  constructor(finalCheckpoint: "awaited" | "none") {
    this.#policy = finalCheckpoint;
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
  goOn({ chain, edges, channels }: TaskParts): "over" | "waiting" {
    if (!chain.isQuiet()) return "waiting";
    if (!this.#hasSentEndOfData) {
      this.#hasSentEndOfData = true;
      for (const edge of edges) edge.broadcastEvent({ type: "end-of-data" });
      for (const channel of channels) channel.acknowledgeAllDataProcessed();
    }
    if (this.#policy === "none") return "over";
    const isSafe = this.#finalCheckpoint === "complete" && edges.every((edge) => edge.isAllDataProcessed());
    return isSafe ? "over" : "waiting";
  }
}
