import type { AggregateFunction, ReduceFunction } from "../functions.ts";
import type { TimeToLive, TtlPlace, TtlValue } from "./time-to-live.ts";

/** Returns a fold of values with a time to live, in which what has expired has no part (`TtlReduceFunction`). */
export function ttlReduceFunction<T>(
  original: ReduceFunction<T>,
  ttl: TimeToLive,
): ReduceFunction<TtlValue<T>> {
  return (left, right) => {
    if (!ttl.isVisible(left)) return ttl.wrap(right.userValue);
    if (!ttl.isVisible(right)) return ttl.wrap(left.userValue);
    return ttl.wrap(original(left.userValue, right.userValue));
  };
}

/** Returns an aggregate whose accumulator expires: the next value then begins a new one (`TtlAggregateFunction`). */
export function ttlAggregateFunction<In, Acc, Out>(
  original: AggregateFunction<In, Acc, Out>,
  ttl: TimeToLive,
  place: TtlPlace<Acc>,
): AggregateFunction<In, TtlValue<Acc>, Out | null> {
  return {
    createAccumulator: () => ttl.wrap(original.createAccumulator()),
    add: (value, accumulator) => {
      const alive = ttl.isVisible(accumulator) ? accumulator.userValue : original.createAccumulator();
      return ttl.wrap(original.add(value, alive));
    },
    getResult: (accumulator) => {
      const alive = ttl.read(accumulator, place);
      return alive === null ? null : original.getResult(alive);
    },
    merge: (left, right) => {
      if (!ttl.isVisible(left)) return ttl.wrap(right.userValue);
      if (!ttl.isVisible(right)) return ttl.wrap(left.userValue);
      return ttl.wrap(original.merge(left.userValue, right.userValue));
    },
  };
}
