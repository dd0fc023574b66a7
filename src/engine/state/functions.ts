/** Folds two values into one of the same type (Flink's `ReduceFunction`). It must be associative. */
export type ReduceFunction<T> = (left: T, right: T) => T;

/** Folds many values into an accumulator and reads a result from it (Flink's `AggregateFunction`). */
export interface AggregateFunction<In, Acc, Out> {
  readonly createAccumulator: () => Acc;
  /** Returns the accumulator with `value` in it; it may be the same object. */
  readonly add: (value: In, accumulator: Acc) => Acc;
  readonly getResult: (accumulator: Acc) => Out;
  /** Returns both accumulators in one. Only windows that merge call it. */
  readonly merge: (left: Acc, right: Acc) => Acc;
}
