import { UnsupportedOperationException } from "../../java/exceptions.ts";
import type { Key } from "../../java/hash-code.ts";
import type { KeyedStateBackend } from "../../state/keyed-state-backend.ts";
import type { NamespaceType } from "../../state/namespace.ts";
import type {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../../state/state-descriptor.ts";
import type { AggregatingState, ListState, MapState, ReducingState, ValueState } from "../../state/state.ts";
import type { KeyedStateStore } from "../runtime-context.ts";
import type { CurrentWindow } from "./current-window.ts";

/** The state of the window that an operator works for, by key and window. */
export class PerWindowStateStore<K extends Key, W> implements KeyedStateStore {
  readonly #backend: KeyedStateBackend<K>;
  readonly #windowType: NamespaceType<W>;
  readonly #current: CurrentWindow<W>;

  constructor(backend: KeyedStateBackend<K>, windowType: NamespaceType<W>, current: CurrentWindow<W>) {
    this.#backend = backend;
    this.#windowType = windowType;
    this.#current = current;
  }

  getState<T>(descriptor: ValueStateDescriptor<T>): ValueState<T> {
    return this.#backend.getValueState(descriptor, this.#windowType, this.#current.get());
  }

  getListState<T>(descriptor: ListStateDescriptor<T>): ListState<T> {
    return this.#backend.getListState(descriptor, this.#windowType, this.#current.get());
  }

  getMapState<UK extends Key, UV>(descriptor: MapStateDescriptor<UK, UV>): MapState<UK, UV> {
    return this.#backend.getMapState(descriptor, this.#windowType, this.#current.get());
  }

  getReducingState<T>(descriptor: ReducingStateDescriptor<T>): ReducingState<T> {
    return this.#backend.getReducingState(descriptor, this.#windowType, this.#current.get());
  }

  getAggregatingState<In, Acc, Out>(
    descriptor: AggregatingStateDescriptor<In, Acc, Out>,
  ): AggregatingState<In, Out> {
    return this.#backend.getAggregatingState(descriptor, this.#windowType, this.#current.get());
  }
}

/** What windows that merge have in place of per-window state: a refusal (`MergingWindowStateStore`). */
export const mergingWindowStateStore: KeyedStateStore = {
  getState: refuse,
  getListState: refuse,
  getMapState: refuse,
  getReducingState: refuse,
  getAggregatingState: refuse,
};

function refuse(): never {
  throw new UnsupportedOperationException("Per-window state is not allowed when using merging windows.");
}
