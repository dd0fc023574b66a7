import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { CheckpointBarrier } from "../barrier/checkpoint-barrier.ts";

/** What says how far time is. */
export type TimeEvent =
  | { readonly type: "watermark"; readonly timestamp: number }
  | { readonly type: "watermark-status"; readonly status: WatermarkStatus };

/** What travels between records: it travels in buffers as they do, or is a buffer by itself. */
export type ControlEvent =
  | TimeEvent
  | { readonly type: "barrier"; readonly barrier: CheckpointBarrier }
  | { readonly type: "cancel-barrier"; readonly checkpointId: number }
  /** All elements have come; watermarks, barriers and the end may follow. */
  | { readonly type: "end-of-data" }
  /** Nothing will come any more. */
  | { readonly type: "end-of-partition" };

/** Tells an event from a user's records, whatever they are. */
export class StreamEvent {
  readonly event: ControlEvent;

  constructor(event: ControlEvent) {
    this.event = event;
  }
}
