import type { Output } from "../../operators/output.ts";
import { WatermarkEmitter } from "../../operators/watermark-emitter.ts";
import type { WatermarkStrategy } from "../../time/watermark-strategy.ts";
import { Idleness } from "./idleness.ts";
import { SourceOutputWithWatermarks, type WatermarkOutputs } from "./source-output-with-watermarks.ts";
import type { ReaderOutput, SourceOutput } from "./source.ts";
import type { SplitListener } from "./split-listener.ts";
import { WatermarkOutputMultiplexer } from "./watermark-output-multiplexer.ts";

/**
 * The output of a reader with timestamps and watermarks (Flink's `ProgressiveTimestampsAndWatermarks`). Each split has
 * a generator of its own, so that a split that is ahead does not make the elements of the others late.
 */
export class ReaderOutputWithWatermarks<T> implements ReaderOutput<T> {
  readonly #output: Output<T>;
  readonly #strategy: WatermarkStrategy<T>;
  readonly #activityTime: (split: string | null) => number;
  readonly #main: SourceOutputWithWatermarks<T>;
  readonly #splits = new Map<string, SourceOutputWithWatermarks<T>>();
  readonly #listener: SplitListener | null;
  readonly #multiplexer: WatermarkOutputMultiplexer;

  /**
   * `activityTime` gives the time (ms) of a clock that stands still under back pressure: that of a split, or of what the
   * reader says for itself.
   */
  constructor(
    output: Output<T>,
    strategy: WatermarkStrategy<T>,
    activityTime: (split: string | null) => number,
    listener: SplitListener | null,
  ) {
    this.#output = output;
    this.#strategy = strategy;
    this.#activityTime = activityTime;
    this.#listener = listener;
    const { main, splits } = new Idleness(new WatermarkEmitter(output));
    this.#main = this.#sourceOutput({ onEvent: main, periodic: main }, null);
    this.#multiplexer = new WatermarkOutputMultiplexer(splits, listener);
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
    const output = this.#splits.get(splitId) ?? this.#registerSplit(splitId);
    return this.#listener === null ? output : heardOutput(splitId, output, this.#listener);
  }

  releaseOutputForSplit(splitId: string): void {
    if (this.#splits.delete(splitId)) this.#listener?.released(splitId);
    this.#multiplexer.unregisterOutput(splitId);
  }

  /** Asks all generators for watermarks: first those of the splits, whose words then count together. */
  emitPeriodicWatermark(): void {
    for (const split of this.#splits.values()) split.emitPeriodicWatermark();
    this.#multiplexer.onPeriodicEmit();
    this.#main.emitPeriodicWatermark();
  }

  #registerSplit(splitId: string): SourceOutputWithWatermarks<T> {
    this.#listener?.registered(splitId);
    const output = this.#sourceOutput(this.#multiplexer.registerNewOutput(splitId), splitId);
    this.#splits.set(splitId, output);
    return output;
  }

  #sourceOutput(watermarks: WatermarkOutputs, split: string | null): SourceOutputWithWatermarks<T> {
    const generator = this.#strategy.createWatermarkGenerator(() => this.#activityTime(split));
    return new SourceOutputWithWatermarks(
      this.#output,
      this.#strategy.timestampAssigner,
      generator,
      watermarks,
    );
  }
}

/** Returns an output that says of which split its elements are. */
function heardOutput<T>(split: string, output: SourceOutput<T>, listener: SplitListener): SourceOutput<T> {
  return {
    collect: (element, timestamp) => {
      listener.element(split);
      output.collect(element, timestamp);
    },
    emitWatermark: (timestamp) => output.emitWatermark(timestamp),
    markIdle: () => output.markIdle(),
    markActive: () => output.markActive(),
  };
}
