import type { WatermarkGenerator } from "./watermark-generator.ts";

/** Never makes a watermark (Flink's class of the same name). */
export class NoWatermarksGenerator implements WatermarkGenerator<unknown> {
  onEvent(): void {}

  onPeriodicEmit(): void {}
}
