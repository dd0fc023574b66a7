import type { Key } from "../../java/hash-code.ts";
import { VOID_NAMESPACE_TYPE, type VoidNamespace } from "../../state/namespace.ts";
import type { StateDescriptor } from "../../state/state-descriptor.ts";
import { NO_TIMESTAMP } from "../../time/timestamp.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import { TwoInputWatermarks } from "../co/two-input-watermarks.ts";
import { TimestampedCollector } from "../collector.ts";
import type { KeySelector } from "../functions.ts";
import type { StreamOperatorParameters } from "../stream-operator-parameters.ts";
import type { TwoInputStreamOperator } from "../stream-operator.ts";
import type { InternalTimer, Triggerable } from "../timer/internal-timer.ts";
import { SimpleTimerService, type TimeDomain, type TimerService } from "../timer/timer-service.ts";
import { applyToKeyedState } from "./apply-to-keyed-state.ts";
import { broadcastContext, readOnlyContext, type ContextSource } from "./broadcast-contexts.ts";
import type {
  BroadcastOnTimerContext,
  KeyedBroadcastContext,
  KeyedBroadcastProcessFunction,
} from "./broadcast-process-function.ts";
import { BroadcastStates } from "./broadcast-states.ts";

/** Runs a function of a keyed stream and of a broadcast one (Flink's class of the same name). */
export class CoBroadcastWithKeyedOperator<K extends Key, In1, In2, Out>
  implements TwoInputStreamOperator<In1, In2>, Triggerable<K, VoidNamespace>
{
  readonly #parameters: StreamOperatorParameters<Out, K>;
  readonly #keySelector: KeySelector<In1, K>;
  readonly #function: KeyedBroadcastProcessFunction<K, In1, In2, Out>;
  readonly #collector: TimestampedCollector<Out>;
  readonly #watermarks: TwoInputWatermarks;
  readonly #keyedContext: BroadcastOnTimerContext<K>;
  readonly #broadcastContext: KeyedBroadcastContext<K>;
  #timestamp = NO_TIMESTAMP;
  #timeDomain: TimeDomain = "EVENT_TIME";

  /** `descriptors` names the broadcast states that the function may use. */
  constructor(
    parameters: StreamOperatorParameters<Out, K>,
    keySelector: KeySelector<In1, K>,
    processFunction: KeyedBroadcastProcessFunction<K, In1, In2, Out>,
    descriptors: readonly Pick<StateDescriptor, "name">[],
  ) {
    this.#parameters = parameters;
    this.#keySelector = keySelector;
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
    const timerService = new SimpleTimerService(timers);
    const source = this.#contextSource(timerService, descriptors);
    this.#keyedContext = {
      ...readOnlyContext(source),
      timerService: () => timerService,
      getCurrentKey: () => parameters.keyedStateBackend.currentKey,
      timeDomain: () => this.#timeDomain,
    };
    this.#broadcastContext = {
      ...broadcastContext(source),
      applyToKeyedState: applyToKeyedState(parameters.keyedStateBackend, parameters.runtimeContext),
    };
  }

  open(): void {
    this.#function.open?.(this.#parameters.runtimeContext);
  }

  processElement1(value: In1, timestamp: number): void {
    this.#parameters.keyedStateBackend.setCurrentKey(this.#keySelector(value));
    this.#setTimestamp(timestamp);
    this.#function.processElement(value, this.#keyedContext, this.#collector);
  }

  processElement2(value: In2, timestamp: number): void {
    this.#setTimestamp(timestamp);
    this.#function.processBroadcastElement(value, this.#broadcastContext, this.#collector);
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
    this.#function.onTimer?.(timer.timestamp, this.#keyedContext, this.#collector);
  }

  onProcessingTime(timer: InternalTimer<K, VoidNamespace>): void {
    this.#timeDomain = "PROCESSING_TIME";
    this.#timestamp = timer.timestamp;
    this.#collector.eraseTimestamp();
    this.#function.onTimer?.(timer.timestamp, this.#keyedContext, this.#collector);
  }

  close(): void {
    this.#function.close?.();
  }

  #contextSource(timers: TimerService, descriptors: readonly Pick<StateDescriptor, "name">[]): ContextSource {
    return {
      output: this.#parameters.output,
      states: new BroadcastStates(this.#parameters.operatorStateBackend, descriptors),
      timestamp: () => this.#timestamp,
      currentProcessingTime: () => timers.currentProcessingTime(),
      currentWatermark: () => timers.currentWatermark(),
    };
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
