import type { Output } from "../../operators/output.ts";
import { NO_TIMESTAMP } from "../../time/timestamp.ts";
import type { WatermarkGenerator, WatermarkOutput } from "../../time/watermark-generator.ts";
import type { TimestampAssigner } from "../../time/watermark-strategy.ts";
import type { SourceOutput } from "./source.ts";

/** Where the watermarks of a source output go: those made at an element, and those made at regular times. */
export interface WatermarkOutputs {
  readonly onEvent: WatermarkOutput;
  readonly periodic: WatermarkOutput;
}

/** Gives the elements of a source timestamps and makes watermarks of them (Flink's class of the same name). */
export class SourceOutputWithWatermarks<T> implements SourceOutput<T> {
  readonly #output: Output<T>;
  readonly #timestampAssigner: TimestampAssigner<T>;
  readonly #generator: WatermarkGenerator<T>;
  readonly #watermarks: WatermarkOutputs;
  readonly #onEvent: WatermarkOutput;

  constructor(
    output: Output<T>,
    timestampAssigner: TimestampAssigner<T>,
    generator: WatermarkGenerator<T>,
    watermarks: WatermarkOutputs,
  ) {
    this.#output = output;
    this.#timestampAssigner = timestampAssigner;
    this.#generator = generator;
    this.#watermarks = watermarks;
    this.#onEvent = watermarks.onEvent;
  }

  /** The element goes out before the generator sees it: its watermark may not overtake it. */
  collect(element: T, timestamp = NO_TIMESTAMP): void {
    const assigned = this.#timestampAssigner(element, timestamp);
    this.#output.collect(element, assigned);
    this.#generator.onEvent(element, assigned, this.#onEvent);
  }

  emitWatermark(timestamp: number): void {
    this.#onEvent.emitWatermark(timestamp);
  }

  markIdle(): void {
    this.#onEvent.markIdle();
  }

  markActive(): void {
    this.#onEvent.markActive();
  }

  /** Asks the generator for a watermark. */
  emitPeriodicWatermark(): void {
    this.#generator.onPeriodicEmit(this.#watermarks.periodic);
  }
}
