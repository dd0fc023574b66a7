import { Counter } from "../../operators/counter.ts";
import type { Output } from "../../operators/output.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { CheckpointBarrier } from "../barrier/checkpoint-barrier.ts";
import type { ControlEvent } from "../network/stream-event.ts";
import type { InputPort } from "./input-port.ts";
import type { BarrierFate, OutgoingEdge, OvertakenElements } from "./outgoing-edge.ts";

/** A task that is fed by plain calls. */
export interface DirectReceiver {
  /** Returns the input of its head, ready to take elements. */
  readonly directPort: () => InputPort;
  /** Takes what is not a record, from its only channel. */
  readonly receiveEvent: (event: ControlEvent) => void;
}

/**
 * An edge between two single subtasks that nobody watches: each element is handed over by a plain call, as in a chain.
 * That is one of the orders in which a network could deliver, and the fastest one.
 */
export class DirectEdge implements OutgoingEdge, Output<unknown> {
  readonly output: Output<unknown> = this;
  readonly #receiver: DirectReceiver;
  readonly #port: InputPort;
  readonly #records = new Counter();

  constructor(receiver: DirectReceiver) {
    this.#receiver = receiver;
    this.#port = receiver.directPort();
  }

  collect(value: unknown, timestamp: number): void {
    this.#records.inc();
    this.#port.processElement(value, timestamp);
  }

  /** An edge carries one stream; which one, its operator's output decides. */
  collectSide(): void {}

  emitWatermark(timestamp: number): void {
    this.#receiver.receiveEvent({ type: "watermark", timestamp });
  }

  emitWatermarkStatus(status: WatermarkStatus): void {
    this.#receiver.receiveEvent({ type: "watermark-status", status });
  }

  numRecordsOut(): number {
    return this.#records.getCount();
  }

  /** There are no buffers. */
  peakPoolUsage(): number {
    return 0;
  }

  isAvailable(): boolean {
    return true;
  }

  isExhausted(): boolean {
    return false;
  }

  isAllDataProcessed(): boolean {
    return true;
  }

  broadcastEvent(event: ControlEvent): void {
    this.#receiver.receiveEvent(event);
  }

  broadcastBarrier(barrier: CheckpointBarrier, _fate: BarrierFate): void {
    this.#receiver.receiveEvent({ type: "barrier", barrier });
  }

  /** There is never anything under way. */
  overtakeWith(barrier: CheckpointBarrier): OvertakenElements {
    this.#receiver.receiveEvent({ type: "barrier", barrier });
    return [];
  }

  restore(): void {}

  stall(): void {}

  resume(): void {}

  close(): void {}
}
