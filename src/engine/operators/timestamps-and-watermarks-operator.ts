import { LONG_MAX } from "../java/long.ts";
import { NoWatermarksGenerator } from "../time/no-watermarks-generator.ts";
import type { WatermarkGenerator } from "../time/watermark-generator.ts";
import type { TimestampAssigner, WatermarkStrategy } from "../time/watermark-strategy.ts";
import type { StreamOperatorParameters } from "./stream-operator-parameters.ts";
import type { OneInputStreamOperator } from "./stream-operator.ts";
import { WatermarkEmitter } from "./watermark-emitter.ts";

/** How often watermarks are asked for if nobody says otherwise (`pipeline.auto-watermark-interval`), in ms. */
export const DEFAULT_AUTO_WATERMARK_INTERVAL = 200;

/** When the operator asks its generator for watermarks. */
export interface WatermarkEmission {
  /** Milliseconds between two questions; 0 for never. */
  readonly autoWatermarkInterval: number;
  /** Batch execution does without watermarks before the end of the input. */
  readonly progress: "progressive" | "only-at-the-end";
}

/** Gives elements timestamps and makes watermarks (Flink's class of the same name). It swallows those of before. */
export class TimestampsAndWatermarksOperator<T> implements OneInputStreamOperator<T> {
  readonly #parameters: StreamOperatorParameters<T>;
  readonly #emission: WatermarkEmission;
  readonly #timestampAssigner: TimestampAssigner<T>;
  readonly #generator: WatermarkGenerator<T>;
  readonly #emitter: WatermarkEmitter;

  constructor(
    parameters: StreamOperatorParameters<T>,
    strategy: WatermarkStrategy<T>,
    emission: WatermarkEmission = {
      autoWatermarkInterval: DEFAULT_AUTO_WATERMARK_INTERVAL,
      progress: "progressive",
    },
  ) {
    this.#parameters = parameters;
    this.#emission = emission;
    this.#timestampAssigner = strategy.timestampAssigner;
    this.#emitter = new WatermarkEmitter(parameters.output);
    const now = () => parameters.processingTimeService.getCurrentProcessingTime();
    this.#generator =
      emission.progress === "progressive"
        ? strategy.createWatermarkGenerator(now)
        : new NoWatermarksGenerator();
  }

  open(): void {
    const { autoWatermarkInterval, progress } = this.#emission;
    if (autoWatermarkInterval > 0 && progress === "progressive") this.#askAgain();
  }

  processElement(value: T, timestamp: number): void {
    const assigned = this.#timestampAssigner(value, timestamp);
    this.#parameters.output.collect(value, assigned);
    this.#generator.onEvent(value, assigned, this.#emitter);
  }

  /** Only the watermark at the end of the input passes. */
  processWatermark(timestamp: number): void {
    if (timestamp === LONG_MAX) this.#emitter.emitWatermark(timestamp);
  }

  /** What upstream says of itself means nothing here. */
  processWatermarkStatus(): void {}

  finish(): void {
    this.#generator.onPeriodicEmit(this.#emitter);
  }

  #askAgain(): void {
    const clock = this.#parameters.processingTimeService;
    clock.registerTimer(clock.getCurrentProcessingTime() + this.#emission.autoWatermarkInterval, () => {
      this.#generator.onPeriodicEmit(this.#emitter);
      this.#askAgain();
    });
  }
}
