import type { Key } from "../../java/hash-code.ts";
import { unreachable } from "../../java/unreachable.ts";
import type { KeyedStateBackend } from "../../state/keyed-state-backend.ts";
import { VOID_NAMESPACE, VOID_NAMESPACE_TYPE } from "../../state/namespace.ts";
import type {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../../state/state-descriptor.ts";
import type { AggregatingState, ListState, MapState, ReducingState, ValueState } from "../../state/state.ts";
import type { KeyedStateStore } from "../runtime-context.ts";

type Visit<K, S> = (key: K, state: S) => void;

/** Calls a function with each key that has a state, and with the state of that key (`applyToKeyedState` in Flink). */
export interface ApplyToKeyedState<K> {
  <T>(descriptor: ValueStateDescriptor<T>, visit: Visit<K, ValueState<T>>): void;
  <T>(descriptor: ListStateDescriptor<T>, visit: Visit<K, ListState<T>>): void;
  <UK extends Key, UV>(descriptor: MapStateDescriptor<UK, UV>, visit: Visit<K, MapState<UK, UV>>): void;
  <T>(descriptor: ReducingStateDescriptor<T>, visit: Visit<K, ReducingState<T>>): void;
  <In, Acc, Out>(
    descriptor: AggregatingStateDescriptor<In, Acc, Out>,
    visit: Visit<K, AggregatingState<In, Out>>,
  ): void;
}

type AnyStateDescriptor =
  | ValueStateDescriptor<unknown>
  | ListStateDescriptor<unknown>
  | MapStateDescriptor<Key, unknown>
  | ReducingStateDescriptor<unknown>
  | AggregatingStateDescriptor<unknown, unknown, unknown>;

/**
 * Returns the function that visits all keys of a backend, in the order of its heap. The keys are those at the start:
 * a visit may clear the state. The last key visited stays the current one, as in Flink.
 */
export function applyToKeyedState<K extends Key>(
  backend: KeyedStateBackend<K>,
  store: KeyedStateStore,
): ApplyToKeyedState<K> {
  return (descriptor: AnyStateDescriptor, visit: Visit<K, never>) => {
    const keys = backend.getKeys(descriptor.name, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
    const state = stateOf(descriptor, store);
    for (const key of keys) {
      backend.setCurrentKey(key);
      visit(key, state as never);
    }
  };
}

function stateOf(descriptor: AnyStateDescriptor, store: KeyedStateStore): unknown {
  switch (descriptor.type) {
    case "value":
      return store.getState(descriptor);
    case "list":
      return store.getListState(descriptor);
    case "map":
      return store.getMapState(descriptor);
    case "reducing":
      return store.getReducingState(descriptor);
    case "aggregating":
      return store.getAggregatingState(descriptor);
    default:
      return unreachable(descriptor);
  }
}
