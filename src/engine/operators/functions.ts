import type { Key } from "../java/hash-code.ts";
import type { Collector } from "./collector.ts";
import type { OutputTag } from "./output-tag.ts";
import type { RuntimeContext } from "./runtime-context.ts";
import type { TimeDomain, TimerService } from "./timer/timer-service.ts";

/** Makes one element of another. */
export type MapFunction<In, Out> = (value: In) => Out;

/** Says which elements stay. */
export type FilterFunction<T> = (value: T) => boolean;

/** Makes any number of elements of one. */
export type FlatMapFunction<In, Out> = (value: In, out: Collector<Out>) => void;

/** Says which key an element belongs to. It must always give the same key for the same element. */
export type KeySelector<In, K> = (value: In) => K;

/** What a function does once before its first element and once after its last one (Flink's `RichFunction`). */
export interface RichFunction<K extends Key = Key> {
  readonly open?: (context: RuntimeContext<K>) => void;
  readonly close?: () => void;
}

/** What a process function knows of the element it has. */
export interface ProcessFunctionContext {
  /** Returns the element's timestamp in ms, or that of the firing timer; `null` if the element has none. */
  readonly timestamp: () => number | null;
  readonly timerService: () => TimerService;
  /** Sends to a side output, with the timestamp that the results have. */
  readonly output: <X>(tag: OutputTag<X>, value: X) => void;
}

/** A function with side outputs, without keys, state and timers (Flink's class of the same name). */
export interface ProcessFunction<In, Out> extends RichFunction {
  readonly processElement: (value: In, context: ProcessFunctionContext, out: Collector<Out>) => void;
}

/** What a keyed process function knows of the element it has. */
export interface KeyedProcessFunctionContext<K> extends ProcessFunctionContext {
  readonly getCurrentKey: () => K;
}

/** What a keyed process function knows when a timer fires. */
export interface OnTimerContext<K> extends KeyedProcessFunctionContext<K> {
  readonly timeDomain: () => TimeDomain;
}

/** A function with keyed state, timers and side outputs (Flink's class of the same name). */
export interface KeyedProcessFunction<K extends Key, In, Out> extends RichFunction<K> {
  readonly processElement: (value: In, context: KeyedProcessFunctionContext<K>, out: Collector<Out>) => void;
  /** Is called with the time of a timer that has come; the key is that for which it was registered. */
  readonly onTimer?: (timestamp: number, context: OnTimerContext<K>, out: Collector<Out>) => void;
}
