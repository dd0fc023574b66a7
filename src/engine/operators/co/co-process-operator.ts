import { LONG_MIN } from "../../java/long.ts";
import { NO_TIMESTAMP, sideOutputTimestamp } from "../../time/timestamp.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import { TimestampedCollector } from "../collector.ts";
import type { ProcessFunctionContext } from "../functions.ts";
import type { OutputTag } from "../output-tag.ts";
import type { StreamOperatorParameters } from "../stream-operator-parameters.ts";
import type { TwoInputStreamOperator } from "../stream-operator.ts";
import { TimerlessService, type TimerService } from "../timer/timer-service.ts";
import type { CoProcessFunction } from "./co-process-function.ts";
import { TwoInputWatermarks } from "./two-input-watermarks.ts";

/** Runs a function of two connected streams without keys (Flink's class of the same name). */
export class CoProcessOperator<In1, In2, Out>
  implements TwoInputStreamOperator<In1, In2>, ProcessFunctionContext
{
  readonly #parameters: StreamOperatorParameters<Out>;
  readonly #function: CoProcessFunction<In1, In2, Out>;
  readonly #collector: TimestampedCollector<Out>;
  readonly #watermarks: TwoInputWatermarks;
  readonly #timerService: TimerService;
  #timestamp = NO_TIMESTAMP;
  #currentWatermark = LONG_MIN;

  constructor(parameters: StreamOperatorParameters<Out>, processFunction: CoProcessFunction<In1, In2, Out>) {
    this.#parameters = parameters;
    this.#function = processFunction;
    this.#collector = new TimestampedCollector(parameters.output);
    this.#watermarks = new TwoInputWatermarks(parameters.output, (timestamp) =>
      this.#processWatermark(timestamp),
    );
    this.#timerService = new TimerlessService(
      () => parameters.processingTimeService.getCurrentProcessingTime(),
      () => this.#currentWatermark,
    );
  }

  open(): void {
    this.#function.open?.(this.#parameters.runtimeContext);
  }

  processElement1(value: In1, timestamp: number): void {
    this.#setTimestamp(timestamp);
    this.#function.processElement1(value, this, this.#collector);
  }

  processElement2(value: In2, timestamp: number): void {
    this.#setTimestamp(timestamp);
    this.#function.processElement2(value, this, this.#collector);
  }

  processWatermark1(timestamp: number): void {
    this.#watermarks.processWatermark(0, timestamp);
  }

  processWatermark2(timestamp: number): void {
    this.#watermarks.processWatermark(1, timestamp);
  }

  processWatermarkStatus1(status: WatermarkStatus): void {
    this.#watermarks.processWatermarkStatus(0, status);
  }

  processWatermarkStatus2(status: WatermarkStatus): void {
    this.#watermarks.processWatermarkStatus(1, status);
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

  #setTimestamp(timestamp: number): void {
    this.#timestamp = timestamp;
    this.#collector.setAbsoluteTimestamp(timestamp);
  }

  #processWatermark(timestamp: number): void {
    this.#parameters.output.emitWatermark(timestamp);
    this.#currentWatermark = timestamp;
  }
}
