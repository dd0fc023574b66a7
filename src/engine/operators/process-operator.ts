import { LONG_MIN } from "../java/long.ts";
import { NO_TIMESTAMP, sideOutputTimestamp } from "../time/timestamp.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";
import { TimestampedCollector } from "./collector.ts";
import type { ProcessFunction, ProcessFunctionContext } from "./functions.ts";
import type { OutputTag } from "./output-tag.ts";
import type { StreamOperatorParameters } from "./stream-operator-parameters.ts";
import type { OneInputStreamOperator } from "./stream-operator.ts";
import { TimerlessService, type TimerService } from "./timer/timer-service.ts";

/** Runs a process function on a stream without keys (Flink's class of the same name). */
export class ProcessOperator<In, Out> implements OneInputStreamOperator<In>, ProcessFunctionContext {
  readonly #parameters: StreamOperatorParameters<Out>;
  readonly #function: ProcessFunction<In, Out>;
  readonly #collector: TimestampedCollector<Out>;
  readonly #timerService: TimerService;
  #timestamp = NO_TIMESTAMP;
  #currentWatermark = LONG_MIN;

  constructor(parameters: StreamOperatorParameters<Out>, processFunction: ProcessFunction<In, Out>) {
    this.#parameters = parameters;
    this.#function = processFunction;
    this.#collector = new TimestampedCollector(parameters.output);
    this.#timerService = new TimerlessService(
      () => parameters.processingTimeService.getCurrentProcessingTime(),
      () => this.#currentWatermark,
    );
  }

  open(): void {
    this.#function.open?.(this.#parameters.runtimeContext);
  }

  processElement(value: In, timestamp: number): void {
    this.#timestamp = timestamp;
    this.#collector.setAbsoluteTimestamp(timestamp);
    this.#function.processElement(value, this, this.#collector);
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

  timestamp(): number | null {
    return this.#timestamp === NO_TIMESTAMP ? null : this.#timestamp;
  }

  timerService(): TimerService {
    return this.#timerService;
  }

  output<X>(tag: OutputTag<X>, value: X): void {
    this.#parameters.output.collectSide(tag, value, sideOutputTimestamp(this.#timestamp));
  }
}
