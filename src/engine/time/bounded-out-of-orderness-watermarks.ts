import { LONG_MIN } from "../java/long.ts";
import type { WatermarkGenerator, WatermarkOutput } from "./watermark-generator.ts";

/**
 * Expects elements to be out of order by no more than a bound (ms): the watermark is the largest timestamp so far,
 * minus the bound, minus 1 (Flink's class of the same name; with the bound 0 its `AscendingTimestampsWatermarks`).
 */
export class BoundedOutOfOrdernessWatermarks implements WatermarkGenerator<unknown> {
  readonly #outOfOrderness: number;
  #maxTimestamp = LONG_MIN;

  constructor(outOfOrderness: number) {
    this.#outOfOrderness = outOfOrderness;
  }

  onEvent(_event: unknown, timestamp: number): void {
    if (timestamp > this.#maxTimestamp) this.#maxTimestamp = timestamp;
  }

  onPeriodicEmit(output: WatermarkOutput): void {
    output.emitWatermark(this.#maxTimestamp - this.#outOfOrderness - 1);
  }
}
