import type { Tracer } from "../../trace/tracer.ts";
import { asUnaligned } from "../barrier/checkpoint-barrier.ts";
import type { Buffer } from "../network/buffer.ts";
import type { ControlEvent, TimeEvent } from "../network/stream-event.ts";
import type { TaskCheckpoints } from "./task-checkpoints.ts";
import type { EventListener } from "./task-inputs.ts";

/** Does what an event in front of a task calls for. */
export class TaskEvents implements EventListener {
  readonly #checkpoints: () => TaskCheckpoints;
  readonly #endData: () => void;
  readonly #tracer: Tracer | null;
  /** Channels whose data has not ended. */
  #openChannels: number;

  /** `endData` is called when the data of the last channel has ended. */
  constructor(
    numChannels: number,
    checkpoints: () => TaskCheckpoints,
    endData: () => void,
    tracer: Tracer | null,
  ) {
    this.#tracer = tracer;
    this.#openChannels = numChannels;
    this.#checkpoints = checkpoints;
    this.#endData = endData;
  }

  /** Takes a barrier that has overtaken what lay before it in its channel. */
  onPriorityEvent({ soleEvent }: Buffer, channel: number): void {
    if (soleEvent?.type === "barrier")
      this.#checkpoints().processBarrier(asUnaligned(soleEvent.barrier), channel);
  }

  onTimeEvent(event: TimeEvent, channel: number): void {
    if (event.type === "watermark") {
      this.#tracer?.record({ type: "channel-watermark", channel, timestamp: event.timestamp });
    } else this.#tracer?.record({ type: "channel-status", channel, status: event.status });
  }

  onEvent(event: ControlEvent, channel: number): void {
    switch (event.type) {
      case "barrier":
        return this.#checkpoints().processBarrier(event.barrier, channel);
      case "cancel-barrier":
        return this.#checkpoints().processCancellationBarrier(event.checkpointId, channel);
      case "end-of-partition":
        return this.#checkpoints().processEndOfPartition(channel);
      case "end-of-data":
        this.#openChannels -= 1;
        return this.#openChannels === 0 ? this.#endData() : undefined;
      case "watermark":
      case "watermark-status":
        throw new Error("what is about time goes to the input's valve");
    }
  }
}
