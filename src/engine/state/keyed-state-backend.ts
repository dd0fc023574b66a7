import { IllegalStateException } from "../java/exceptions.ts";
import type { Key } from "../java/hash-code.ts";
import type { Tracer } from "../trace/tracer.ts";
import type { KeyHashing } from "./key-hashing.ts";
import type { KeyedStateSnapshot } from "./keyed-snapshot.ts";
import { KeyedStateFactory } from "./keyed-state-factory.ts";
import type {
  InternalAggregatingState,
  InternalListState,
  InternalMapState,
  InternalReducingState,
  InternalValueState,
} from "./keyed-states.ts";
import type { NamespaceType } from "./namespace.ts";
import type {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "./state-descriptor.ts";
import { StateTables } from "./state-tables.ts";

/**
 * The keyed state of one instance of an operator, on the heap (Flink's `HeapKeyedStateBackend`). It works for one key
 * at a time. A state is found by its name, which stands for one type as long as the operator lives; the state that is
 * asked for stands in the namespace that is asked for, until the next one asks; without one the asker sets it.
 */
export class KeyedStateBackend<K extends Key> {
  readonly hashing: KeyHashing;
  readonly #tables: StateTables<K>;
  readonly #factory: KeyedStateFactory<K>;
  readonly #states = new Map<string, unknown>();
  #currentKey: K | undefined;

  /**
   * `now` gives the processing time in ms, by which state with a time to live expires; `tracer` hears of every
   * change, if the run is traced.
   */
  constructor(
    hashing: KeyHashing,
    now: () => number,
    restored: KeyedStateSnapshot = { tables: [] },
    tracer?: Tracer,
  ) {
    this.hashing = hashing;
    this.#tables = new StateTables(hashing, restored, tracer);
    this.#factory = new KeyedStateFactory({ tables: this.#tables, keys: this, hashing, now });
  }

  /** The key that the operator works for. Throws an IllegalStateException before the first one is set. */
  get currentKey(): K {
    const key = this.#currentKey;
    if (key !== undefined) return key;
    throw new IllegalStateException(
      "No key set. This method should not be called outside of a keyed context.",
    );
  }

  /** The key that the operator worked for last; `undefined` before the first one is set. */
  get lastKey(): K | undefined {
    return this.#currentKey;
  }

  setCurrentKey(key: K): void {
    this.#currentKey = key;
  }

  getValueState<N, T>(
    descriptor: ValueStateDescriptor<T>,
    namespaceType: NamespaceType<N>,
    namespace?: NoInfer<N>,
  ): InternalValueState<N, T> {
    const known = this.#states.get(descriptor.name) as InternalValueState<N, T> | undefined;
    const state = known ?? this.#factory.valueState(descriptor, namespaceType);
    if (known === undefined) this.#states.set(descriptor.name, state);
    if (namespace !== undefined) state.setCurrentNamespace(namespace);
    return state;
  }

  getListState<N, T>(
    descriptor: ListStateDescriptor<T>,
    namespaceType: NamespaceType<N>,
    namespace?: NoInfer<N>,
  ): InternalListState<N, T> {
    const known = this.#states.get(descriptor.name) as InternalListState<N, T> | undefined;
    const state = known ?? this.#factory.listState(descriptor, namespaceType);
    if (known === undefined) this.#states.set(descriptor.name, state);
    if (namespace !== undefined) state.setCurrentNamespace(namespace);
    return state;
  }

  getMapState<N, UK extends Key, UV>(
    descriptor: MapStateDescriptor<UK, UV>,
    namespaceType: NamespaceType<N>,
    namespace?: NoInfer<N>,
  ): InternalMapState<N, UK, UV> {
    const known = this.#states.get(descriptor.name) as InternalMapState<N, UK, UV> | undefined;
    const state = known ?? this.#factory.mapState(descriptor, namespaceType);
    if (known === undefined) this.#states.set(descriptor.name, state);
    if (namespace !== undefined) state.setCurrentNamespace(namespace);
    return state;
  }

  getReducingState<N, T>(
    descriptor: ReducingStateDescriptor<T>,
    namespaceType: NamespaceType<N>,
    namespace?: NoInfer<N>,
  ): InternalReducingState<N, T> {
    const known = this.#states.get(descriptor.name) as InternalReducingState<N, T> | undefined;
    const state = known ?? this.#factory.reducingState(descriptor, namespaceType);
    if (known === undefined) this.#states.set(descriptor.name, state);
    if (namespace !== undefined) state.setCurrentNamespace(namespace);
    return state;
  }

  getAggregatingState<N, In, Acc, Out>(
    descriptor: AggregatingStateDescriptor<In, Acc, Out>,
    namespaceType: NamespaceType<N>,
    namespace?: NoInfer<N>,
  ): InternalAggregatingState<N, In, Out> {
    const known = this.#states.get(descriptor.name) as InternalAggregatingState<N, In, Out> | undefined;
    const state = known ?? this.#factory.aggregatingState(descriptor, namespaceType);
    if (known === undefined) this.#states.set(descriptor.name, state);
    if (namespace !== undefined) state.setCurrentNamespace(namespace);
    return state;
  }

  /** Returns the keys that have the state in the namespace, in the order of the heap. */
  getKeys<N>(stateName: string, namespaceType: NamespaceType<N>, namespace: N): readonly K[] {
    return this.#tables.keys(stateName, namespaceType, namespace);
  }

  /** Returns the number of entries over all states, keys and namespaces. A leak is a number that never falls. */
  numKeyValueStateEntries(): number {
    return this.#tables.size;
  }

  /** Returns the bytes of all entries as Flink would write them. Who asks once has them counted from then on. */
  sizeInBytes(): number {
    return this.#tables.sizeInBytes();
  }

  /** Returns a copy of all keyed state. */
  snapshot(): KeyedStateSnapshot {
    return this.#tables.snapshot();
  }
}
