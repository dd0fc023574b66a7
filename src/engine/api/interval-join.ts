import type { Key } from "../java/hash-code.ts";
import { intervalOf } from "../operators/joins/interval-join-bounds.ts";
import { IntervalJoinOperator, type IntervalJoinOptions } from "../operators/joins/interval-join-operator.ts";
import type { ProcessJoinFunction } from "../operators/joins/process-join-function.ts";
import type { OutputTag } from "../operators/output-tag.ts";
import type { Instantiable } from "../runtime/program/instantiable.ts";
import type { KeyedStream } from "./keyed-stream.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import { twoInputFunctionFactory } from "./user-functions.ts";

/** A join of two keyed streams before its bounds are known (Flink's `KeyedStream.IntervalJoin`). */
export class IntervalJoin<K extends Key, T1, T2> {
  readonly #left: KeyedStream<T1, K>;
  readonly #right: KeyedStream<T2, K>;

  constructor(left: KeyedStream<T1, K>, right: KeyedStream<T2, K>) {
    this.#left = left;
    this.#right = right;
  }

  /**
   * Joins pairs with `left + lowerBound <= right <= left + upperBound`, in ms of event time. Throws an
   * IllegalArgumentException if the lower bound is above the upper one.
   */
  between(lowerBound: number, upperBound: number): IntervalJoined<K, T1, T2> {
    const bounds = { lowerBound, upperBound, lowerBoundInclusive: true, upperBoundInclusive: true };
    intervalOf(bounds);
    return new IntervalJoined(this.#left, this.#right, bounds);
  }
}

/** A join of two keyed streams with its bounds (Flink's `KeyedStream.IntervalJoined`). */
export class IntervalJoined<K extends Key, T1, T2> {
  readonly #left: KeyedStream<T1, K>;
  readonly #right: KeyedStream<T2, K>;
  readonly #options: IntervalJoinOptions<T1, T2>;

  constructor(left: KeyedStream<T1, K>, right: KeyedStream<T2, K>, options: IntervalJoinOptions<T1, T2>) {
    this.#left = left;
    this.#right = right;
    this.#options = options;
  }

  /** Leaves out pairs that are exactly at the lower bound. */
  lowerBoundExclusive(): IntervalJoined<K, T1, T2> {
    return this.#with({ lowerBoundInclusive: false });
  }

  /** Leaves out pairs that are exactly at the upper bound. */
  upperBoundExclusive(): IntervalJoined<K, T1, T2> {
    return this.#with({ upperBoundInclusive: false });
  }

  /** Sends late elements of the left stream to a side output; without, they are dropped. */
  sideOutputLeftLateData(tag: OutputTag<T1>): IntervalJoined<K, T1, T2> {
    return this.#with({ leftLateDataOutputTag: tag });
  }

  /** Sends late elements of the right stream to a side output; without, they are dropped. */
  sideOutputRightLateData(tag: OutputTag<T2>): IntervalJoined<K, T1, T2> {
    return this.#with({ rightLateDataOutputTag: tag });
  }

  /** Runs a function on each pair. */
  process<Out>(
    joinFunction: Instantiable<ProcessJoinFunction<T1, T2, Out, K>>,
  ): SingleOutputStreamOperator<Out> {
    const { environment, keySelector, keyType, transformation } = this.#left;
    const keySelectors = { first: keySelector, second: this.#right.keySelector };
    const options = this.#options;
    const factory = twoInputFunctionFactory<ProcessJoinFunction<T1, T2, Out, K>, T1, T2, Out, K>(
      joinFunction,
      (parameters, userFunction) => new IntervalJoinOperator(parameters, keySelectors, userFunction, options),
    );
    const inputs = [transformation, this.#right.transformation];
    const operator = environment.addTransformation("Interval Join", inputs, factory, keyType);
    return environment.streams.singleOutput(operator);
  }

  #with(options: Partial<IntervalJoinOptions<T1, T2>>): IntervalJoined<K, T1, T2> {
    return new IntervalJoined(this.#left, this.#right, { ...this.#options, ...options });
  }
}
