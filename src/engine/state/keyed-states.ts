import type { AggregatingState, ListState, MapState, ReducingState, ValueState } from "./state.ts";

/** A state of the backend, which stands in one namespace at a time. */
export interface Namespaced<N> {
  readonly setCurrentNamespace: (namespace: N) => void;
}

/** A state that can take over what stands in other namespaces: windows that merge need it. */
export interface Mergeable<N> {
  /** Takes what stands in `sources` out and puts it into `target`, which stays the current namespace. */
  readonly mergeNamespaces: (target: N, sources: readonly N[]) => void;
}

/** A state that says whether what was added is the first thing in it. */
export interface Appendable<In> {
  /** Adds a value; whether there was nothing before. */
  readonly add: (value: In) => boolean;
}

/** Flink's `InternalValueState`. */
export type InternalValueState<N, T> = ValueState<T> & Namespaced<N>;
/** Flink's `InternalListState`. */
export type InternalListState<N, T> = Appendable<T> & ListState<T> & Namespaced<N> & Mergeable<N>;
/** Flink's `InternalMapState`. */
export type InternalMapState<N, UK, UV> = MapState<UK, UV> & Namespaced<N>;
/** Flink's `InternalReducingState`. */
export type InternalReducingState<N, T> = Appendable<T> & ReducingState<T> & Namespaced<N> & Mergeable<N>;
/** Flink's `InternalAggregatingState`. */
export type InternalAggregatingState<N, In, Out> = Appendable<In> &
  AggregatingState<In, Out> &
  Namespaced<N> &
  Mergeable<N>;
