import type { WatermarkStatus } from "../time/watermark-status.ts";
import type { FilterFunction } from "./functions.ts";
import type { Output } from "./output.ts";
import type { OneInputStreamOperator } from "./stream-operator.ts";

/** Lets the elements through that its function wants (Flink's class of the same name). */
export class StreamFilter<T> implements OneInputStreamOperator<T> {
  readonly #filter: FilterFunction<T>;
  readonly #output: Output<T>;

  constructor(output: Output<T>, filter: FilterFunction<T>) {
    this.#output = output;
    this.#filter = filter;
  }

  processElement(value: T, timestamp: number): void {
    if (this.#filter(value)) this.#output.collect(value, timestamp);
  }

  processWatermark(timestamp: number): void {
    this.#output.emitWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#output.emitWatermarkStatus(status);
  }
}
