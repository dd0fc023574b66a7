import { hashString, type Key } from "../../java/hash-code.ts";
import type { NamespaceType } from "../../state/namespace.ts";
import { MapStateDescriptor } from "../../state/state-descriptor.ts";
import { EARLIEST_TIMESTAMP, NO_TIMESTAMP } from "../../time/timestamp.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { KeySelectors } from "../co/key-selectors.ts";
import { TwoInputWatermarks } from "../co/two-input-watermarks.ts";
import { TimestampedCollector } from "../collector.ts";
import type { OutputTag } from "../output-tag.ts";
import type { StreamOperatorParameters } from "../stream-operator-parameters.ts";
import type { TwoInputStreamOperator } from "../stream-operator.ts";
import type { InternalTimerService } from "../timer/internal-timer-service.ts";
import type { InternalTimer, Triggerable } from "../timer/internal-timer.ts";
import { FlinkException } from "./flink-exception.ts";
import { intervalOf, type IntervalJoinBounds } from "./interval-join-bounds.ts";
import { JoinSide } from "./join-side.ts";
import type { ProcessJoinContext, ProcessJoinFunction } from "./process-join-function.ts";

const STRING_NAMESPACE_TYPE: NamespaceType<string> = { id: (namespace) => namespace, hash: hashString };

const NO_TIMESTAMP_MESSAGE =
  "Long.MIN_VALUE timestamp: Elements used in interval stream joins need to have timestamps meaningful timestamps.";

/** How an interval join works. */
export interface IntervalJoinOptions<In1, In2> extends IntervalJoinBounds {
  /** Where late elements of the left input go; without it they are dropped. */
  readonly leftLateDataOutputTag?: OutputTag<In1> | undefined;
  /** Where late elements of the right input go; without it they are dropped. */
  readonly rightLateDataOutputTag?: OutputTag<In2> | undefined;
}

/**
 * Joins each element with those of the other input and the same key that are near to it in time (Flink's class of the
 * same name). An element is late if it is below the watermark: one at the watermark, late for a window, still joins.
 */
export class IntervalJoinOperator<K extends Key, In1, In2, Out>
  implements TwoInputStreamOperator<In1, In2>, Triggerable<K, string>, ProcessJoinContext
{
  readonly #parameters: StreamOperatorParameters<Out, K>;
  readonly #keySelectors: KeySelectors<K, In1, In2>;
  readonly #function: ProcessJoinFunction<In1, In2, Out, K>;
  readonly #collector: TimestampedCollector<Out>;
  readonly #watermarks: TwoInputWatermarks;
  readonly #timers: InternalTimerService<K, string>;
  readonly #left: JoinSide<In1>;
  readonly #right: JoinSide<In2>;
  #leftTimestamp = NO_TIMESTAMP;
  #rightTimestamp = NO_TIMESTAMP;

  /** Throws an IllegalArgumentException if the lower bound is above the upper one. */
  constructor(
    parameters: StreamOperatorParameters<Out, K>,
    keySelectors: KeySelectors<K, In1, In2>,
    joinFunction: ProcessJoinFunction<In1, In2, Out, K>,
    options: IntervalJoinOptions<In1, In2>,
  ) {
    const { lower, upper } = intervalOf(options);
    const { runtimeContext, timeServiceManager, output } = parameters;
    this.#parameters = parameters;
    this.#keySelectors = keySelectors;
    this.#function = joinFunction;
    this.#collector = new TimestampedCollector(output);
    this.#watermarks = new TwoInputWatermarks(output, (timestamp) => this.#processWatermark(timestamp));
    this.#timers = timeServiceManager.getInternalTimerService("CLEANUP_TIMER", STRING_NAMESPACE_TYPE, this);
    const leftBuffer = runtimeContext.getMapState(
      new MapStateDescriptor<number, In1[]>("LEFT_BUFFER", "long"),
    );
    const rightBuffer = runtimeContext.getMapState(
      new MapStateDescriptor<number, In2[]>("RIGHT_BUFFER", "long"),
    );
    this.#left = new JoinSide("CLEANUP_LEFT", { lower, upper }, leftBuffer, options.leftLateDataOutputTag);
    const mirrored = { lower: -upper, upper: -lower };
    this.#right = new JoinSide("CLEANUP_RIGHT", mirrored, rightBuffer, options.rightLateDataOutputTag);
  }

  open(): void {
    this.#function.open?.(this.#parameters.runtimeContext);
  }

  processElement1(value: In1, timestamp: number): void {
    this.#parameters.keyedStateBackend.setCurrentKey(this.#keySelectors.first(value));
    if (!this.#admits(value, timestamp, this.#left)) return;
    for (const [partnerTimestamp, partners] of this.#right.bucketsAround(timestamp, this.#left.partners)) {
      this.#setTimestamps(timestamp, partnerTimestamp);
      for (const partner of partners) this.#function.processElement(value, partner, this, this.#collector);
    }
    this.#timers.registerEventTimeTimer(this.#left.namespace, this.#left.cleanupTime(timestamp));
  }

  processElement2(value: In2, timestamp: number): void {
    this.#parameters.keyedStateBackend.setCurrentKey(this.#keySelectors.second(value));
    if (!this.#admits(value, timestamp, this.#right)) return;
    for (const [partnerTimestamp, partners] of this.#left.bucketsAround(timestamp, this.#right.partners)) {
      this.#setTimestamps(partnerTimestamp, timestamp);
      for (const partner of partners) this.#function.processElement(partner, value, this, this.#collector);
    }
    this.#timers.registerEventTimeTimer(this.#right.namespace, this.#right.cleanupTime(timestamp));
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

  onEventTime(timer: InternalTimer<K, string>): void {
    const side = timer.namespace === this.#left.namespace ? this.#left : this.#right;
    side.cleanUp(timer.timestamp);
  }

  /** The join has no timers of this kind. */
  onProcessingTime(): void {}

  close(): void {
    this.#function.close?.();
  }

  getLeftTimestamp(): number {
    return this.#leftTimestamp;
  }

  getRightTimestamp(): number {
    return this.#rightTimestamp;
  }

  getTimestamp(): number {
    return Math.max(this.#leftTimestamp, this.#rightTimestamp);
  }

  output<X>(tag: OutputTag<X>, value: X): void {
    this.#parameters.output.collectSide(tag, value, this.getTimestamp());
  }

  /** Keeps an element in the buffer of its side, unless it is late. */
  #admits<T>(value: T, timestamp: number, side: JoinSide<T>): boolean {
    if (timestamp <= EARLIEST_TIMESTAMP) throw new FlinkException(NO_TIMESTAMP_MESSAGE);
    if (timestamp >= this.#timers.currentWatermark()) {
      side.add(value, timestamp);
      return true;
    }
    const { lateDataOutputTag } = side;
    if (lateDataOutputTag !== undefined)
      this.#parameters.output.collectSide(lateDataOutputTag, value, timestamp);
    return false;
  }

  #setTimestamps(left: number, right: number): void {
    this.#leftTimestamp = left;
    this.#rightTimestamp = right;
    this.#collector.setAbsoluteTimestamp(Math.max(left, right));
  }

  #processWatermark(timestamp: number): void {
    this.#parameters.timeServiceManager.advanceWatermark(timestamp);
    this.#parameters.output.emitWatermark(timestamp);
  }
}
