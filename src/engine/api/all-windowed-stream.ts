import type { Collector } from "../operators/collector.ts";
import type { RichFunction } from "../operators/functions.ts";
import type { OutputTag } from "../operators/output-tag.ts";
import type { Evictor } from "../operators/window/evictor.ts";
import type { Trigger } from "../operators/window/trigger.ts";
import type { ProcessWindowContext, ProcessWindowFunction } from "../operators/window/window-function.ts";
import type { Window } from "../operators/window/window.ts";
import { instancesOf, type Instantiable } from "../runtime/program/instantiable.ts";
import type { AggregateFunction, ReduceFunction } from "../state/functions.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import type { WindowedStream } from "./windowed-stream.ts";

/** Makes results of a window's elements, whatever their key (Flink's class of the same name). */
export interface ProcessAllWindowFunction<In, Out, W extends Window> extends RichFunction {
  readonly process: (context: ProcessWindowContext<W>, elements: readonly In[], out: Collector<Out>) => void;
  /** Is called when the window is over, to clear its state. */
  readonly clear?: (context: ProcessWindowContext<W>) => void;
}

/** The key that all elements have where there are no keys (`NullByteKeySelector`). */
type NullByte = number;

/** All elements in windows, whatever their key; one instance has them all (Flink's class of the same name). */
export class AllWindowedStream<T, W extends Window> {
  readonly #windows: WindowedStream<T, NullByte, W>;

  /** `windows` are those of a stream whose elements all have one key. */
  constructor(windows: WindowedStream<T, NullByte, W>) {
    this.#windows = windows;
  }

  /** Lets windows fire when this trigger says so, instead of that of the assigner. */
  trigger(trigger: Trigger<T, W>): AllWindowedStream<T, W> {
    return new AllWindowedStream(this.#windows.trigger(trigger));
  }

  /** Drops elements before or after the function runs. */
  evictor(evictor: Evictor<T, W>): AllWindowedStream<T, W> {
    return new AllWindowedStream(this.#windows.evictor(evictor));
  }

  /** Keeps windows for so many ms after the watermark has passed their end; 0 by default. */
  allowedLateness(lateness: number): AllWindowedStream<T, W> {
    return new AllWindowedStream(this.#windows.allowedLateness(lateness));
  }

  /** Sends elements that come too late to a side output. */
  sideOutputLateData(tag: OutputTag<T>): AllWindowedStream<T, W> {
    return new AllWindowedStream(this.#windows.sideOutputLateData(tag));
  }

  /** Folds the elements of a window as they come. */
  reduce(reduceFunction: ReduceFunction<T>): SingleOutputStreamOperator<T> {
    return this.#windows.reduce(reduceFunction).forceNonParallel();
  }

  /** Folds the elements of a window into an accumulator. */
  aggregate<Acc, Out>(aggregateFunction: AggregateFunction<T, Acc, Out>): SingleOutputStreamOperator<Out> {
    return this.#windows.aggregate(aggregateFunction).forceNonParallel();
  }

  /** Keeps all elements of a window and runs a function on them when it fires. */
  process<Out>(
    windowFunction: Instantiable<ProcessAllWindowFunction<T, Out, W>>,
  ): SingleOutputStreamOperator<Out> {
    const newFunction = instancesOf(windowFunction);
    return this.#windows.process(() => withoutKey(newFunction())).forceNonParallel();
  }
}

function withoutKey<In, Out, W extends Window>(
  userFunction: ProcessAllWindowFunction<In, Out, W>,
): ProcessWindowFunction<In, Out, NullByte, W> {
  return {
    open: (context) => userFunction.open?.(context),
    process: (_key, context, elements, out) => userFunction.process(context, elements, out),
    clear: (context) => userFunction.clear?.(context),
    close: () => userFunction.close?.(),
  };
}
