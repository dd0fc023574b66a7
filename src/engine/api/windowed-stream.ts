import type { Key } from "../java/hash-code.ts";
import type { OutputTag } from "../operators/output-tag.ts";
import type { Evictor } from "../operators/window/evictor.ts";
import type { Trigger } from "../operators/window/trigger.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";
import {
  type InternalWindowFunction,
  overSingleValue,
  passThrough,
  type ProcessWindowFunction,
} from "../operators/window/window-function.ts";
import {
  WindowOperatorBuilder,
  type WindowOperatorFactory,
  type WindowSettings,
} from "../operators/window/window-operator-builder.ts";
import type { Window } from "../operators/window/window.ts";
import type { Instantiable } from "../runtime/program/instantiable.ts";
import type { AggregateFunction, ReduceFunction } from "../state/functions.ts";
import { greaterBy, largest, lesserBy, type NumericField, smallest, sumOf } from "./aggregations.ts";
import type { KeyedStream } from "./keyed-stream.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import { functionFactory, plainFactory } from "./user-functions.ts";

/** The elements of each key in windows, before it is said what becomes of them (Flink's class of the same name). */
export class WindowedStream<T, K extends Key, W extends Window> {
  readonly #input: KeyedStream<T, K>;
  readonly #settings: WindowSettings<K, T, W>;

  constructor(
    input: KeyedStream<T, K>,
    assigner: WindowAssigner<T, W>,
    settings: Partial<WindowSettings<K, T, W>> = {},
  ) {
    this.#input = input;
    this.#settings = { ...settings, keySelector: input.keySelector, assigner };
  }

  /** Lets windows fire when this trigger says so, instead of that of the assigner. */
  trigger(trigger: Trigger<T, W>): WindowedStream<T, K, W> {
    return this.#with({ trigger });
  }

  /** Drops elements before or after the function runs. The window then keeps all its elements, even for `reduce`. */
  evictor(evictor: Evictor<T, W>): WindowedStream<T, K, W> {
    return this.#with({ evictor });
  }

  /**
   * Keeps windows for so many ms after the watermark has passed their end; 0 by default. Means nothing by the clock.
   */
  allowedLateness(lateness: number): WindowedStream<T, K, W> {
    return this.#with({ allowedLateness: lateness });
  }

  /** Sends elements that come too late to a side output, instead of dropping and counting them. */
  sideOutputLateData(tag: OutputTag<T>): WindowedStream<T, K, W> {
    return this.#with({ lateDataOutputTag: tag });
  }

  reduce(reduceFunction: ReduceFunction<T>): SingleOutputStreamOperator<T>;
  reduce<Out>(
    reduceFunction: ReduceFunction<T>,
    windowFunction: Instantiable<ProcessWindowFunction<T, Out, K, W>>,
  ): SingleOutputStreamOperator<Out>;
  /** Folds the elements of a window as they come; a window function gets the one value, with key and window. */
  reduce<Out>(
    reduceFunction: ReduceFunction<T>,
    windowFunction?: Instantiable<ProcessWindowFunction<T, Out, K, W>>,
  ): SingleOutputStreamOperator<T> | SingleOutputStreamOperator<Out> {
    const builder = this.#builder();
    if (windowFunction === undefined)
      return this.#plain(builder.reduce(reduceFunction, passThrough<T, K, W>()));
    return this.#around(windowFunction, (userFunction) =>
      builder.reduce(reduceFunction, overSingleValue(userFunction)),
    );
  }

  aggregate<Acc, Result>(
    aggregateFunction: AggregateFunction<T, Acc, Result>,
  ): SingleOutputStreamOperator<Result>;
  aggregate<Acc, Result, Out>(
    aggregateFunction: AggregateFunction<T, Acc, Result>,
    windowFunction: Instantiable<ProcessWindowFunction<Result, Out, K, W>>,
  ): SingleOutputStreamOperator<Out>;
  /** Folds the elements of a window into an accumulator; a window function gets the one result. */
  aggregate<Acc, Result, Out>(
    aggregateFunction: AggregateFunction<T, Acc, Result>,
    windowFunction?: Instantiable<ProcessWindowFunction<Result, Out, K, W>>,
  ): SingleOutputStreamOperator<Result> | SingleOutputStreamOperator<Out> {
    const builder = this.#builder();
    if (windowFunction === undefined) {
      return this.#plain(builder.aggregate(aggregateFunction, passThrough<Result, K, W>()));
    }
    return this.#around(windowFunction, (userFunction) =>
      builder.aggregate(aggregateFunction, overSingleValue(userFunction)),
    );
  }

  /** Keeps all elements of a window and runs a function on them when it fires. */
  process<Out>(
    windowFunction: Instantiable<ProcessWindowFunction<T, Out, K, W>>,
  ): SingleOutputStreamOperator<Out> {
    const builder = this.#builder();
    return this.#around(windowFunction, (userFunction) => builder.process(userFunction));
  }

  /** Sends the sum of a field; the other fields are those of the window's first element. */
  sum(field: NumericField<T>): SingleOutputStreamOperator<T> {
    return this.reduce(sumOf(field));
  }

  /** Sends the smallest value of a field; the other fields are those of the window's first element. */
  min(field: NumericField<T>): SingleOutputStreamOperator<T> {
    return this.reduce(smallest(field));
  }

  /** Sends the largest value of a field; the other fields are those of the window's first element. */
  max(field: NumericField<T>): SingleOutputStreamOperator<T> {
    return this.reduce(largest(field));
  }

  /** Sends the element with the smallest value of a field; of equal ones the first. */
  minBy(field: NumericField<T>): SingleOutputStreamOperator<T> {
    return this.reduce(lesserBy(field));
  }

  /** Sends the element with the largest value of a field; of equal ones the first. */
  maxBy(field: NumericField<T>): SingleOutputStreamOperator<T> {
    return this.reduce(greaterBy(field));
  }

  #with(settings: Partial<WindowSettings<K, T, W>>): WindowedStream<T, K, W> {
    return new WindowedStream(this.#input, this.#settings.assigner, { ...this.#settings, ...settings });
  }

  #builder(): WindowOperatorBuilder<K, T, W> {
    return new WindowOperatorBuilder(this.#settings);
  }

  #plain<Out>(create: WindowOperatorFactory<K, T, Out, W>): SingleOutputStreamOperator<Out> {
    return this.#input.transform(this.#name(), plainFactory<T, Out, K>(create));
  }

  #around<Result, Out>(
    windowFunction: Instantiable<ProcessWindowFunction<Result, Out, K, W>>,
    build: (userFunction: ProcessWindowFunction<Result, Out, K, W>) => WindowOperatorFactory<K, T, Out, W>,
  ): SingleOutputStreamOperator<Out> {
    const factory = functionFactory<InternalWindowFunctionOf<Result, Out, K, W>, T, Out, K>(
      windowFunction,
      (parameters, userFunction) => build(userFunction)(parameters),
    );
    return this.#input.transform(this.#name(), factory);
  }

  #name(): string {
    return this.#settings.assigner.constructor.name;
  }
}

type InternalWindowFunctionOf<In, Out, K extends Key, W extends Window> = InternalWindowFunction<
  readonly In[],
  Out,
  K,
  W
>;
