import type { WatermarkStatus } from "../time/watermark-status.ts";
import type { MapFunction } from "./functions.ts";
import type { Output } from "./output.ts";
import type { OneInputStreamOperator } from "./stream-operator.ts";

/** Makes one element of each (Flink's class of the same name). The result has the timestamp of its element. */
export class StreamMap<In, Out> implements OneInputStreamOperator<In> {
  readonly #mapper: MapFunction<In, Out>;
  readonly #output: Output<Out>;

  constructor(output: Output<Out>, mapper: MapFunction<In, Out>) {
    this.#output = output;
    this.#mapper = mapper;
  }

  processElement(value: In, timestamp: number): void {
    this.#output.collect(this.#mapper(value), timestamp);
  }

  processWatermark(timestamp: number): void {
    this.#output.emitWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#output.emitWatermarkStatus(status);
  }
}
