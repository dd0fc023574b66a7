import { LONG_MIN } from "../java/long.ts";
import type { WatermarkOutput } from "../time/watermark-generator.ts";
import type { Output } from "./output.ts";

/** Sends only watermarks that rise, and a status only when it changes (the emitter of Flink's operator). */
export class WatermarkEmitter implements WatermarkOutput {
  readonly #output: Pick<Output<never>, "emitWatermark" | "emitWatermarkStatus">;
  #currentWatermark = LONG_MIN;
  #isIdle = false;

  constructor(output: Pick<Output<never>, "emitWatermark" | "emitWatermarkStatus">) {
    this.#output = output;
  }

  /** Sends a watermark (ms) if it is above the last one; the stream is active then. */
  emitWatermark(timestamp: number): void {
    if (timestamp <= this.#currentWatermark) return;
    this.#currentWatermark = timestamp;
    this.markActive();
    this.#output.emitWatermark(timestamp);
  }

  markIdle(): void {
    if (this.#isIdle) return;
    this.#isIdle = true;
    this.#output.emitWatermarkStatus("idle");
  }

  markActive(): void {
    if (!this.#isIdle) return;
    this.#isIdle = false;
    this.#output.emitWatermarkStatus("active");
  }
}
