import type { Key } from "../../java/hash-code.ts";
import { VOID_NAMESPACE_TYPE, type VoidNamespace } from "../../state/namespace.ts";
import { NO_TIMESTAMP, sideOutputTimestamp } from "../../time/timestamp.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import { TimestampedCollector } from "../collector.ts";
import type { OnTimerContext } from "../functions.ts";
import type { OutputTag } from "../output-tag.ts";
import type { StreamOperatorParameters } from "../stream-operator-parameters.ts";
import type { TwoInputStreamOperator } from "../stream-operator.ts";
import type { InternalTimer, Triggerable } from "../timer/internal-timer.ts";
import { SimpleTimerService, type TimeDomain, type TimerService } from "../timer/timer-service.ts";
import type { KeyedCoProcessFunction } from "./co-process-function.ts";
import type { KeySelectors } from "./key-selectors.ts";
import { TwoInputWatermarks } from "./two-input-watermarks.ts";

/** Runs a function of two connected streams with the same keys (Flink's class of the same name). */
export class KeyedCoProcessOperator<K extends Key, In1, In2, Out>
  implements TwoInputStreamOperator<In1, In2>, Triggerable<K, VoidNamespace>, OnTimerContext<K>
{
  readonly #parameters: StreamOperatorParameters<Out, K>;
  readonly #keySelectors: KeySelectors<K, In1, In2>;
  readonly #function: KeyedCoProcessFunction<K, In1, In2, Out>;
  readonly #collector: TimestampedCollector<Out>;
  readonly #watermarks: TwoInputWatermarks;
  readonly #timerService: SimpleTimerService<K>;
  #timestamp = NO_TIMESTAMP;
  #timeDomain: TimeDomain = "EVENT_TIME";

  constructor(
    parameters: StreamOperatorParameters<Out, K>,
    keySelectors: KeySelectors<K, In1, In2>,
    processFunction: KeyedCoProcessFunction<K, In1, In2, Out>,
  ) {
    this.#parameters = parameters;
    this.#keySelectors = keySelectors;
    this.#function = processFunction;
    this.#collector = new TimestampedCollector(parameters.output);
    this.#watermarks = new TwoInputWatermarks(parameters.output, (timestamp) =>
      this.#processWatermark(timestamp),
    );
    const timers = parameters.timeServiceManager.getInternalTimerService(
      "user-timers",
      VOID_NAMESPACE_TYPE,
      this,
    );
    this.#timerService = new SimpleTimerService(timers);
  }

  open(): void {
    this.#function.open?.(this.#parameters.runtimeContext);
  }

  processElement1(value: In1, timestamp: number): void {
    this.#parameters.keyedStateBackend.setCurrentKey(this.#keySelectors.first(value));
    this.#setTimestamp(timestamp);
    this.#function.processElement1(value, this, this.#collector);
  }

  processElement2(value: In2, timestamp: number): void {
    this.#parameters.keyedStateBackend.setCurrentKey(this.#keySelectors.second(value));
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

  onEventTime(timer: InternalTimer<K, VoidNamespace>): void {
    this.#timeDomain = "EVENT_TIME";
    this.#setTimestamp(timer.timestamp);
    this.#function.onTimer?.(timer.timestamp, this, this.#collector);
  }

  onProcessingTime(timer: InternalTimer<K, VoidNamespace>): void {
    this.#timeDomain = "PROCESSING_TIME";
    this.#timestamp = timer.timestamp;
    this.#collector.eraseTimestamp();
    this.#function.onTimer?.(timer.timestamp, this, this.#collector);
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

  timeDomain(): TimeDomain {
    return this.#timeDomain;
  }

  getCurrentKey(): K {
    return this.#parameters.keyedStateBackend.currentKey;
  }

  output<X>(tag: OutputTag<X>, value: X): void {
    this.#parameters.output.collectSide(tag, value, sideOutputTimestamp(this.#timestamp));
  }

  #setTimestamp(timestamp: number): void {
    this.#timestamp = timestamp;
    this.#collector.setAbsoluteTimestamp(timestamp);
  }

  #processWatermark(timestamp: number): void {
    this.#parameters.timeServiceManager.advanceWatermark(timestamp);
    this.#parameters.output.emitWatermark(timestamp);
  }
}
