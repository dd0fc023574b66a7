import type { Key } from "../../java/hash-code.ts";
import type { Collector } from "../collector.ts";
import type { RichFunction } from "../functions.ts";

/**
 * Makes results of the elements of two streams with the same key and window (Flink's class of the same name). One of
 * the sides may be empty, so it can be an outer join.
 */
export interface CoGroupFunction<In1, In2, Out, K extends Key = Key> extends RichFunction<K> {
  readonly coGroup: (first: readonly In1[], second: readonly In2[], out: Collector<Out>) => void;
}

/** Makes one result of each pair of an inner join. */
export type JoinFunction<In1, In2, Out> = (first: In1, second: In2) => Out;

/** Makes any number of results of each pair of an inner join. */
export type FlatJoinFunction<In1, In2, Out> = (first: In1, second: In2, out: Collector<Out>) => void;

/** Returns the inner join as a function of groups (Flink's `JoinCoGroupFunction`): every pair, first by first. */
export function joinCoGroup<In1, In2, Out, K extends Key>(
  joinFunction: JoinFunction<In1, In2, Out>,
): CoGroupFunction<In1, In2, Out, K> {
  return flatJoinCoGroup((first, second, out) => out.collect(joinFunction(first, second)));
}

/** Returns the inner join with any number of results as a function of groups (Flink's `FlatJoinCoGroupFunction`). */
export function flatJoinCoGroup<In1, In2, Out, K extends Key>(
  joinFunction: FlatJoinFunction<In1, In2, Out>,
): CoGroupFunction<In1, In2, Out, K> {
  return {
    coGroup: (firsts, seconds, out) => {
      for (const first of firsts) {
        for (const second of seconds) joinFunction(first, second, out);
      }
    },
  };
}
