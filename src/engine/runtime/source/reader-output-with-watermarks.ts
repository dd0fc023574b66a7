import type { Output } from "../../operators/output.ts";
import { WatermarkEmitter } from "../../operators/watermark-emitter.ts";
import type { WatermarkStrategy } from "../../time/watermark-strategy.ts";
import { Idleness } from "./idleness.ts";
import { SourceOutputWithWatermarks, type WatermarkOutputs } from "./source-output-with-watermarks.ts";
import type { ReaderOutput, SourceOutput } from "./source.ts";
import { WatermarkOutputMultiplexer } from "./watermark-output-multiplexer.ts";

/**
 * The output of a reader with timestamps and watermarks (Flink's `ProgressiveTimestampsAndWatermarks`). Each split has
 * a generator of its own, so that a split that is ahead does not make the elements of the others late.
 */
export class ReaderOutputWithWatermarks<T> implements ReaderOutput<T> {
  readonly #output: Output<T>;
  readonly #strategy: WatermarkStrategy<T>;
  readonly #activityTime: () => number;
  readonly #main: SourceOutputWithWatermarks<T>;
  readonly #splits = new Map<string, SourceOutputWithWatermarks<T>>();
  readonly #multiplexer: WatermarkOutputMultiplexer;

  /** `activityTime` gives the time (ms) of a clock that stands still under back pressure. */
  constructor(output: Output<T>, strategy: WatermarkStrategy<T>, activityTime: () => number) {
    this.#output = output;
    this.#strategy = strategy;
    this.#activityTime = activityTime;
    const { main, splits } = new Idleness(new WatermarkEmitter(output));
    this.#main = this.#sourceOutput({ onEvent: main, periodic: main });
    this.#multiplexer = new WatermarkOutputMultiplexer(splits);
  }

  collect(element: T, timestamp?: number): void {
    this.#main.collect(element, timestamp);
  }

  emitWatermark(timestamp: number): void {
    this.#main.emitWatermark(timestamp);
  }

  markIdle(): void {
    this.#main.markIdle();
  }

  markActive(): void {
    this.#main.markActive();
  }

  createOutputForSplit(splitId: string): SourceOutput<T> {
    const known = this.#splits.get(splitId);
    if (known !== undefined) return known;
    const created = this.#sourceOutput(this.#multiplexer.registerNewOutput(splitId));
    this.#splits.set(splitId, created);
    return created;
  }

  releaseOutputForSplit(splitId: string): void {
    this.#splits.delete(splitId);
    this.#multiplexer.unregisterOutput(splitId);
  }

  /** Asks all generators for watermarks: first those of the splits, whose words then count together. */
  emitPeriodicWatermark(): void {
    for (const split of this.#splits.values()) split.emitPeriodicWatermark();
    this.#multiplexer.onPeriodicEmit();
    this.#main.emitPeriodicWatermark();
  }

  #sourceOutput(watermarks: WatermarkOutputs): SourceOutputWithWatermarks<T> {
    const generator = this.#strategy.createWatermarkGenerator(this.#activityTime);
    return new SourceOutputWithWatermarks(
      this.#output,
      this.#strategy.timestampAssigner,
      generator,
      watermarks,
    );
  }
}
