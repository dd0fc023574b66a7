import { LONG_MIN } from "../../java/long.ts";
import type { OneInputStreamOperator } from "../../operators/stream-operator.ts";
import { NO_TIMESTAMP } from "../../time/timestamp.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { TaskOperatorParameters } from "../program/operator-factory.ts";
import type { SinkFunction, SinkFunctionContext } from "./sink-function.ts";

/** Runs a sink function (Flink's class of the same name). */
export class StreamSink<In> implements OneInputStreamOperator<In>, SinkFunctionContext {
  readonly #parameters: TaskOperatorParameters;
  readonly #function: SinkFunction<In>;
  #timestamp = NO_TIMESTAMP;
  #currentWatermark = LONG_MIN;

  constructor(parameters: TaskOperatorParameters, sinkFunction: SinkFunction<In>) {
    this.#parameters = parameters;
    this.#function = sinkFunction;
  }

  open(): void {
    this.#function.open?.(this.#parameters.runtimeContext);
  }

  processElement(value: In, timestamp: number): void {
    this.#timestamp = timestamp;
    this.#function.invoke(value, this);
  }

  processWatermark(timestamp: number): void {
    this.#currentWatermark = timestamp;
    this.#parameters.output.emitWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#parameters.output.emitWatermarkStatus(status);
  }

  close(): void {
    this.#function.close?.();
  }

  currentProcessingTime(): number {
    return this.#parameters.processingTimeService.getCurrentProcessingTime();
  }

  currentWatermark(): number {
    return this.#currentWatermark;
  }

  timestamp(): number | null {
    return this.#timestamp === NO_TIMESTAMP ? null : this.#timestamp;
  }
}
