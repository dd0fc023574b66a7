import type { Output } from "../../operators/output.ts";
import { copyValue } from "../../state/copy-value.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { InputPort } from "./input-port.ts";

/** Hands what an operator puts out to the next one of its chain by a plain call (Flink's class of the same name). */
export class ChainingOutput implements Output<unknown> {
  readonly #next: InputPort;

  constructor(next: InputPort) {
    this.#next = next;
  }

  collect(value: unknown, timestamp: number): void {
    this.#next.processElement(value, timestamp);
  }

  /** The chain goes on with the main output only. */
  collectSide(): void {}

  emitWatermark(timestamp: number): void {
    this.#next.processWatermark(timestamp);
  }

  emitWatermarkStatus(status: WatermarkStatus): void {
    this.#next.processWatermarkStatus(status);
  }
}

/**
 * As `ChainingOutput`, but the next operator gets a copy of each value (Flink's `CopyingChainingOutput`, which it uses
 * unless `enableObjectReuse` was called): who keeps a value then keeps it as it was.
 */
export class CopyingChainingOutput implements Output<unknown> {
  readonly #next: InputPort;

  constructor(next: InputPort) {
    this.#next = next;
  }

  collect(value: unknown, timestamp: number): void {
    this.#next.processElement(copyValue(value), timestamp);
  }

  /** The chain goes on with the main output only. */
  collectSide(): void {}

  emitWatermark(timestamp: number): void {
    this.#next.processWatermark(timestamp);
  }

  emitWatermarkStatus(status: WatermarkStatus): void {
    this.#next.processWatermarkStatus(status);
  }
}
