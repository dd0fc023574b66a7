import type { CheckpointableTask, CheckpointBarrierHandler } from "./checkpoint-barrier-handler.ts";
import type { CheckpointBarrier } from "./checkpoint-barrier.ts";

/** Checkpoints of which a tracker remembers that some barriers are missing. */
const MAX_CHECKPOINTS_TO_TRACK = 50;

interface PendingCheckpoint {
  readonly id: number;
  /** The first barrier; `null` if a cancellation came before any. */
  readonly barrier: CheckpointBarrier | null;
  readonly targetChannelCount: number;
  readonly alignedChannels: Set<number>;
  isAborted: boolean;
}

/**
 * Handles barriers at-least-once: it counts them and holds no channel back, so records behind a barrier may be in
 * the snapshot and come again after a failure (Flink's `CheckpointBarrierTracker`).
 */
export class CheckpointBarrierTracker implements CheckpointBarrierHandler {
  readonly #task: CheckpointableTask;
  /** Checkpoints that lack barriers, the oldest first. */
  readonly #pending: PendingCheckpoint[] = [];
  #numOpenChannels: number;
  #latestPendingCheckpointId = -1;

  constructor(numChannels: number, task: CheckpointableTask) {
    this.#numOpenChannels = numChannels;
    this.#task = task;
  }

  processBarrier(barrier: CheckpointBarrier, channel: number): void {
    const isNew = barrier.id > this.#latestPendingCheckpointId;
    if (isNew && this.#numOpenChannels === 1) {
      this.#task.triggerCheckpointOnBarrier(barrier);
      return;
    }
    const position = this.#pending.findIndex(({ id }) => id === barrier.id);
    if (position >= 0) this.#align(position, channel);
    else if (isNew) this.#beginCounting(barrier, channel);
  }

  processCancellationBarrier(checkpointId: number, channel: number): void {
    const isNew = checkpointId > this.#latestPendingCheckpointId;
    if (isNew && this.#numOpenChannels === 1) {
      this.#task.abortCheckpointOnBarrier(checkpointId);
      return;
    }
    this.#abortOlderThan(checkpointId);
    const [oldest] = this.#pending;
    if (oldest?.id === checkpointId) {
      this.#abort(oldest);
      oldest.alignedChannels.add(channel);
      if (isComplete(oldest)) this.#pending.shift();
    } else if (isNew) {
      this.#beginAborted(checkpointId, channel);
    }
  }

  /** Completes the newest checkpoint that waited for this channel alone; the older ones are subsumed. */
  processEndOfPartition(channel: number): void {
    this.#numOpenChannels -= 1;
    for (let position = this.#pending.length - 1; position >= 0; position--) {
      if (this.#align(position, channel) === "complete") return;
    }
  }

  #beginCounting(barrier: CheckpointBarrier, channel: number): void {
    this.#latestPendingCheckpointId = barrier.id;
    this.#pending.push(this.#pendingCheckpoint(barrier.id, barrier, channel));
    if (this.#pending.length > MAX_CHECKPOINTS_TO_TRACK) this.#pending.shift();
  }

  /** Remembers a checkpoint that was cancelled before its first barrier, so that its barriers are swallowed. */
  #beginAborted(checkpointId: number, channel: number): void {
    this.#latestPendingCheckpointId = checkpointId;
    const checkpoint = this.#pendingCheckpoint(checkpointId, null, channel);
    this.#abort(checkpoint);
    this.#pending.unshift(checkpoint);
  }

  #pendingCheckpoint(id: number, barrier: CheckpointBarrier | null, channel: number): PendingCheckpoint {
    const alignedChannels = new Set([channel]);
    return { id, barrier, alignedChannels, targetChannelCount: this.#numOpenChannels, isAborted: false };
  }

  #abortOlderThan(checkpointId: number): void {
    for (
      let [oldest] = this.#pending;
      oldest !== undefined && oldest.id < checkpointId;
      [oldest] = this.#pending
    ) {
      this.#pending.shift();
      this.#abort(oldest);
    }
  }

  #abort(checkpoint: PendingCheckpoint): void {
    if (checkpoint.isAborted) return;
    checkpoint.isAborted = true;
    this.#task.abortCheckpointOnBarrier(checkpoint.id);
  }

  #align(position: number, channel: number): "complete" | "pending" {
    const checkpoint = this.#pending[position];
    if (checkpoint === undefined) return "pending";
    checkpoint.alignedChannels.add(channel);
    if (!isComplete(checkpoint)) return "pending";
    this.#pending.splice(0, position + 1);
    if (!checkpoint.isAborted && checkpoint.barrier !== null) {
      this.#task.triggerCheckpointOnBarrier(checkpoint.barrier);
    }
    return "complete";
  }
}

function isComplete({ alignedChannels, targetChannelCount }: PendingCheckpoint): boolean {
  return alignedChannels.size === targetChannelCount;
}
