import type { Key } from "../../java/hash-code.ts";
import type { MapStateDescriptor } from "../../state/state-descriptor.ts";
import type { BroadcastState, ReadOnlyBroadcastState } from "../../state/state.ts";
import type { Collector } from "../collector.ts";
import type { RichFunction } from "../functions.ts";
import type { OutputTag } from "../output-tag.ts";
import type { TimeDomain, TimerService } from "../timer/timer-service.ts";
import type { ApplyToKeyedState } from "./apply-to-keyed-state.ts";

/** What a function with a broadcast side always knows (Flink's `BaseBroadcastProcessFunction.BaseContext`). */
export interface BaseBroadcastContext {
  /**
   * Returns the timestamp of the element or the timer in ms. Without one, `null`; on the broadcast side the earliest
   * possible timestamp instead.
   */
  readonly timestamp: () => number | null;
  /** Returns the processing time in ms. */
  readonly currentProcessingTime: () => number;
  /** Returns the newest watermark in ms, `Long.MIN_VALUE` before the first one. */
  readonly currentWatermark: () => number;
  /** Sends to a side output, with the timestamp that the results have. */
  readonly output: <X>(tag: OutputTag<X>, value: X) => void;
}

/** What a function knows of an element that everybody gets: it may write the broadcast states. */
export interface BroadcastContext extends BaseBroadcastContext {
  /** Returns a broadcast state. Throws an IllegalArgumentException for one that the operator was not given. */
  readonly getBroadcastState: <UK extends Key, UV>(
    descriptor: MapStateDescriptor<UK, UV>,
  ) => BroadcastState<UK, UV>;
}

/** What a function knows of any other element: it may only read the broadcast states. */
export interface ReadOnlyContext extends BaseBroadcastContext {
  /** Returns a broadcast state. Throws an IllegalArgumentException for one that the operator was not given. */
  readonly getBroadcastState: <UK extends Key, UV>(
    descriptor: MapStateDescriptor<UK, UV>,
  ) => ReadOnlyBroadcastState<UK, UV>;
}

/**
 * A function of a stream without keys and of a broadcast one (Flink's class of the same name). Every instance must do
 * the same with a broadcast element, or the broadcast states drift apart.
 */
export interface BroadcastProcessFunction<In1, In2, Out> extends RichFunction {
  readonly processElement: (value: In1, context: ReadOnlyContext, out: Collector<Out>) => void;
  readonly processBroadcastElement: (value: In2, context: BroadcastContext, out: Collector<Out>) => void;
}

/** What a keyed function knows of an element that everybody gets: no key and no timers, but all keys at once. */
export interface KeyedBroadcastContext<K> extends BroadcastContext {
  /** Visits a keyed state of every key that has one. */
  readonly applyToKeyedState: ApplyToKeyedState<K>;
}

/** What a keyed function knows of an element with a key. */
export interface KeyedReadOnlyContext<K> extends ReadOnlyContext {
  readonly timerService: () => TimerService;
  readonly getCurrentKey: () => K;
}

/** What a keyed function with a broadcast side knows when a timer fires. */
export interface BroadcastOnTimerContext<K> extends KeyedReadOnlyContext<K> {
  readonly timeDomain: () => TimeDomain;
}

/** A function of a keyed stream and of a broadcast one (Flink's class of the same name). */
export interface KeyedBroadcastProcessFunction<K extends Key, In1, In2, Out> extends RichFunction<K> {
  readonly processElement: (value: In1, context: KeyedReadOnlyContext<K>, out: Collector<Out>) => void;
  readonly processBroadcastElement: (
    value: In2,
    context: KeyedBroadcastContext<K>,
    out: Collector<Out>,
  ) => void;
  /** Is called with the time of a timer that has come. */
  readonly onTimer?: (timestamp: number, context: BroadcastOnTimerContext<K>, out: Collector<Out>) => void;
}
