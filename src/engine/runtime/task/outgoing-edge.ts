import type { Output } from "../../operators/output.ts";
import type { CheckpointBarrier } from "../barrier/checkpoint-barrier.ts";
import type { ChannelElement } from "../network/buffer.ts";
import type { ControlEvent } from "../network/stream-event.ts";

/** What a barrier has overtaken, channel by channel. */
export type OvertakenElements = readonly (readonly ChannelElement[])[];

/** One edge that leaves a subtask, to one or more channels. */
export interface OutgoingEdge {
  /** Where the chain puts records and watermarks. */
  readonly output: Output<unknown>;
  readonly numRecordsOut: () => number;
  /** The most buffers that have been in use, as a share of those that may be. */
  readonly peakPoolUsage: () => number;
  /** Whether the next record may be begun. */
  readonly isAvailable: () => boolean;
  /** Whether the task is stuck until somebody reads. */
  readonly isExhausted: () => boolean;
  /** Whether all receivers have processed all data. */
  readonly isAllDataProcessed: () => boolean;
  readonly broadcastEvent: (event: ControlEvent) => void;
  /** Sends an aligned barrier behind all that waits. */
  readonly broadcastBarrier: (barrier: CheckpointBarrier, fate: BarrierFate) => void;
  /** Sends a barrier past all that waits. */
  readonly overtakeWith: (barrier: CheckpointBarrier) => OvertakenElements;
  /** Sends what a snapshot has of the edge. */
  readonly restore: (elements: OvertakenElements) => void;
  /** Holds back what is sent, as a slow connection does, until `resume`. */
  readonly stall: () => void;
  readonly resume: () => void;
  readonly close: () => void;
}

/** What becomes of an aligned barrier that may turn unaligned while it waits to be sent. */
export interface BarrierFate {
  /** It is still here: the checkpoint has to wait for it. */
  readonly onWaiting: (subpartition: number) => void;
  /** It has gone, behind all that was before it (nothing was overtaken) or past it. */
  readonly onGone: (subpartition: number, overtaken: readonly ChannelElement[]) => void;
}
