import type { CheckpointBarrier } from "./checkpoint-barrier.ts";

/**
 * Watches the barriers that come in through the channels of one task, and tells the task when to take its part of
 * a checkpoint (Flink's `CheckpointBarrierHandler`). Channels are counted over all inputs of the task, from 0.
 */
export interface CheckpointBarrierHandler {
  /** A barrier came through a channel. */
  readonly processBarrier: (barrier: CheckpointBarrier, channel: number) => void;
  /** The sender of a channel says that a checkpoint will not be. */
  readonly processCancellationBarrier: (checkpointId: number, channel: number) => void;
  /** A channel has ended: no barrier will come through it, and none is waited for. */
  readonly processEndOfPartition: (channel: number) => void;
}

/** The task behind a handler. */
export interface CheckpointableTask {
  /** Takes the task's snapshot and sends the barrier on. */
  readonly triggerCheckpointOnBarrier: (barrier: CheckpointBarrier) => void;
  /** Gives a checkpoint up and tells the tasks behind. */
  readonly abortCheckpointOnBarrier: (checkpointId: number) => void;
}

/** The channels before a handler. */
export interface CheckpointableInput {
  /** From now on nothing is taken from the channel. */
  readonly blockConsumption: (channel: number) => void;
  /** The channel goes on, if it was blocked. */
  readonly resumeConsumption: (channel: number) => void;
}
