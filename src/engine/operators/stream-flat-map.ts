import type { WatermarkStatus } from "../time/watermark-status.ts";
import { TimestampedCollector } from "./collector.ts";
import type { FlatMapFunction } from "./functions.ts";
import type { Output } from "./output.ts";
import type { OneInputStreamOperator } from "./stream-operator.ts";

/** Makes any number of elements of each (Flink's class of the same name), all with the timestamp of theirs. */
export class StreamFlatMap<In, Out> implements OneInputStreamOperator<In> {
  readonly #flatMapper: FlatMapFunction<In, Out>;
  readonly #output: Output<Out>;
  readonly #collector: TimestampedCollector<Out>;

  constructor(output: Output<Out>, flatMapper: FlatMapFunction<In, Out>) {
    this.#output = output;
    this.#flatMapper = flatMapper;
    this.#collector = new TimestampedCollector(output);
  }

  processElement(value: In, timestamp: number): void {
    this.#collector.setAbsoluteTimestamp(timestamp);
    this.#flatMapper(value, this.#collector);
  }

  processWatermark(timestamp: number): void {
    this.#output.emitWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#output.emitWatermarkStatus(status);
  }
}
