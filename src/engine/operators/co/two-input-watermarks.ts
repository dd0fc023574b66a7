import { IndexedCombinedWatermarkStatus } from "../../time/indexed-combined-watermark-status.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { Output } from "../output.ts";

/**
 * Makes one watermark and one status of those of two inputs (in Flink a part of `AbstractStreamOperator`). The slower
 * input holds the operator back, unless it is idle.
 */
export class TwoInputWatermarks {
  readonly #combined = new IndexedCombinedWatermarkStatus(2);
  readonly #output: Output<never>;
  readonly #processWatermark: (timestamp: number) => void;

  /** `processWatermark` is what the operator does when its own watermark moves. */
  constructor(output: Output<never>, processWatermark: (timestamp: number) => void) {
    this.#output = output;
    this.#processWatermark = processWatermark;
  }

  /** Takes the watermark of an input, 0 or 1. */
  processWatermark(input: 0 | 1, timestamp: number): void {
    if (this.#combined.updateWatermark(input, timestamp)) {
      this.#processWatermark(this.#combined.combinedWatermark);
    }
  }

  /** Takes the status of an input, 0 or 1; it is sent on if it changes that of the operator. */
  processWatermarkStatus(input: 0 | 1, status: WatermarkStatus): void {
    const wasIdle = this.#combined.isIdle;
    if (this.#combined.updateStatus(input, status)) {
      this.#processWatermark(this.#combined.combinedWatermark);
    }
    if (wasIdle !== this.#combined.isIdle) this.#output.emitWatermarkStatus(status);
  }
}
