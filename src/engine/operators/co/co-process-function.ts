import type { Key } from "../../java/hash-code.ts";
import type { Collector } from "../collector.ts";
import type {
  KeyedProcessFunctionContext,
  OnTimerContext,
  ProcessFunctionContext,
  RichFunction,
} from "../functions.ts";

/**
 * A function of two connected streams without keys (Flink's class of the same name). Nothing is known of the order in
 * which the elements of the two inputs come.
 */
export interface CoProcessFunction<In1, In2, Out> extends RichFunction {
  readonly processElement1: (value: In1, context: ProcessFunctionContext, out: Collector<Out>) => void;
  readonly processElement2: (value: In2, context: ProcessFunctionContext, out: Collector<Out>) => void;
}

/**
 * A function of two connected streams with the same keys (Flink's class of the same name). Both inputs see the same
 * keyed state and the same timers.
 */
export interface KeyedCoProcessFunction<K extends Key, In1, In2, Out> extends RichFunction<K> {
  readonly processElement1: (
    value: In1,
    context: KeyedProcessFunctionContext<K>,
    out: Collector<Out>,
  ) => void;
  readonly processElement2: (
    value: In2,
    context: KeyedProcessFunctionContext<K>,
    out: Collector<Out>,
  ) => void;
  /** Is called with the time of a timer that has come, whichever input registered it. */
  readonly onTimer?: (timestamp: number, context: OnTimerContext<K>, out: Collector<Out>) => void;
}
