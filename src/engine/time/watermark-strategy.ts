import { IllegalArgumentException } from "../java/exceptions.ts";
import { BoundedOutOfOrdernessWatermarks } from "./bounded-out-of-orderness-watermarks.ts";
import { NoWatermarksGenerator } from "./no-watermarks-generator.ts";
import type { WatermarkAlignmentParams } from "./watermark-alignment-params.ts";
import type { WatermarkGenerator } from "./watermark-generator.ts";
import { WatermarksWithIdleness } from "./watermarks-with-idleness.ts";

/** Returns the timestamp (ms) of an element; the one that it has so far may be NO_TIMESTAMP. */
export type TimestampAssigner<T> = (element: T, recordTimestamp: number) => number;

/** Makes a watermark generator for one instance of a stream; `now` gives the time (ms) of its clock. */
export type WatermarkGeneratorSupplier<T> = (now: () => number) => WatermarkGenerator<T>;

/** How a stream gets its timestamps and watermarks (Flink's class of the same name). It does not change. */
export class WatermarkStrategy<T> {
  readonly createWatermarkGenerator: WatermarkGeneratorSupplier<T>;
  readonly timestampAssigner: TimestampAssigner<T>;
  /** How readers wait for slower ones; `null`: they don't. */
  readonly alignmentParameters: WatermarkAlignmentParams | null;

  private constructor(
    supplier: WatermarkGeneratorSupplier<T>,
    timestampAssigner: TimestampAssigner<T>,
    alignmentParameters: WatermarkAlignmentParams | null = null,
  ) {
    this.createWatermarkGenerator = supplier;
    this.timestampAssigner = timestampAssigner;
    this.alignmentParameters = alignmentParameters;
  }

  /** Expects elements to be out of order by no more than `maxOutOfOrderness` ms. */
  static forBoundedOutOfOrderness<T>(maxOutOfOrderness: number): WatermarkStrategy<T> {
    if (maxOutOfOrderness < 0) throw new IllegalArgumentException("maxOutOfOrderness cannot be negative");
    return WatermarkStrategy.forGenerator<T>(() => new BoundedOutOfOrdernessWatermarks(maxOutOfOrderness));
  }

  /** Expects timestamps never to fall. */
  static forMonotonousTimestamps<T>(): WatermarkStrategy<T> {
    return WatermarkStrategy.forGenerator<T>(() => new BoundedOutOfOrdernessWatermarks(0));
  }

  /** Makes no watermarks at all. */
  static noWatermarks<T>(): WatermarkStrategy<T> {
    return WatermarkStrategy.forGenerator<T>(() => new NoWatermarksGenerator());
  }

  /** Makes watermarks by a generator of the user's own. */
  static forGenerator<T>(supplier: WatermarkGeneratorSupplier<T>): WatermarkStrategy<T> {
    return new WatermarkStrategy(supplier, (_element, recordTimestamp) => recordTimestamp);
  }

  /** Returns the same strategy with timestamps out of the elements; without, records keep the one they have. */
  withTimestampAssigner(timestampAssigner: TimestampAssigner<T>): WatermarkStrategy<T> {
    return new WatermarkStrategy(this.createWatermarkGenerator, timestampAssigner, this.alignmentParameters);
  }

  /** Returns the same strategy with which a stream is idle after more than `idleTimeout` ms without elements. */
  withIdleness(idleTimeout: number): WatermarkStrategy<T> {
    if (idleTimeout <= 0) throw new IllegalArgumentException("idleTimeout must be greater than zero");
    return new WatermarkStrategy(
      (now) => new WatermarksWithIdleness(this.createWatermarkGenerator(now), idleTimeout, now),
      this.timestampAssigner,
      this.alignmentParameters,
    );
  }

  /**
   * Returns the same strategy with which the readers of a source wait for the slowest one of a group of sources, if they
   * are more than `maxAllowedWatermarkDrift` ms ahead of it. They tell each other how far they are every
   * `updateInterval` ms.
   */
  withWatermarkAlignment(
    watermarkGroup: string,
    maxAllowedWatermarkDrift: number,
    updateInterval = 1000,
  ): WatermarkStrategy<T> {
    const alignment = { watermarkGroup, maxAllowedWatermarkDrift, updateInterval };
    return new WatermarkStrategy(this.createWatermarkGenerator, this.timestampAssigner, alignment);
  }
}
