import type { WatermarkOutput } from "../../time/watermark-generator.ts";

/**
 * The two ways in which a reader speaks to one output: for itself and for its splits. The output is idle when both are
 * (the `IdlenessManager` of Flink's source operator); who has never spoken counts as idle.
 */
export class Idleness {
  readonly main: WatermarkOutput;
  readonly splits: WatermarkOutput;
  readonly #idle = { main: true, splits: true };

  constructor(underlying: WatermarkOutput) {
    this.main = this.#output("main", underlying);
    this.splits = this.#output("splits", underlying);
  }

  #output(side: "main" | "splits", underlying: WatermarkOutput): WatermarkOutput {
    const idle = this.#idle;
    return {
      emitWatermark: (timestamp) => {
        underlying.emitWatermark(timestamp);
        idle[side] = false;
      },
      markIdle: () => {
        idle[side] = true;
        if (idle.main && idle.splits) underlying.markIdle();
      },
      markActive: () => {
        idle[side] = false;
        underlying.markActive();
      },
    };
  }
}
