import type { Key } from "../java/hash-code.ts";
import { VOID_NAMESPACE_TYPE, type VoidNamespace } from "../state/namespace.ts";
import { NO_TIMESTAMP, sideOutputTimestamp } from "../time/timestamp.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";
import { TimestampedCollector } from "./collector.ts";
import type { KeyedProcessFunction, KeySelector, OnTimerContext } from "./functions.ts";
import type { OutputTag } from "./output-tag.ts";
import type { StreamOperatorParameters } from "./stream-operator-parameters.ts";
import type { OneInputStreamOperator } from "./stream-operator.ts";
import type { InternalTimer, Triggerable } from "./timer/internal-timer.ts";
import { SimpleTimerService, type TimeDomain, type TimerService } from "./timer/timer-service.ts";

/**
 * Runs a keyed process function (Flink's class of the same name). Results of an event time timer carry its time,
 * those of a processing time timer no timestamp; what goes to side outputs carries the timer's time in both.
 */
export class KeyedProcessOperator<K extends Key, In, Out>
  implements OneInputStreamOperator<In>, Triggerable<K, VoidNamespace>, OnTimerContext<K>
{
  readonly #parameters: StreamOperatorParameters<Out, K>;
  readonly #keySelector: KeySelector<In, K>;
  readonly #function: KeyedProcessFunction<K, In, Out>;
  readonly #collector: TimestampedCollector<Out>;
  readonly #timerService: SimpleTimerService<K>;
  /** The time of the element or the timer. */
  #timestamp = NO_TIMESTAMP;
  #timeDomain: TimeDomain = "EVENT_TIME";

  constructor(
    parameters: StreamOperatorParameters<Out, K>,
    keySelector: KeySelector<In, K>,
    processFunction: KeyedProcessFunction<K, In, Out>,
  ) {
    this.#parameters = parameters;
    this.#keySelector = keySelector;
    this.#function = processFunction;
    this.#collector = new TimestampedCollector(parameters.output);
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

  processElement(value: In, timestamp: number): void {
    this.#parameters.keyedStateBackend.setCurrentKey(this.#keySelector(value));
    this.#timestamp = timestamp;
    this.#collector.setAbsoluteTimestamp(timestamp);
    this.#function.processElement(value, this, this.#collector);
  }

  processWatermark(timestamp: number): void {
    this.#parameters.timeServiceManager.advanceWatermark(timestamp);
    this.#parameters.output.emitWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#parameters.output.emitWatermarkStatus(status);
  }

  onEventTime(timer: InternalTimer<K, VoidNamespace>): void {
    this.#timeDomain = "EVENT_TIME";
    this.#timestamp = timer.timestamp;
    this.#collector.setAbsoluteTimestamp(timer.timestamp);
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
}
