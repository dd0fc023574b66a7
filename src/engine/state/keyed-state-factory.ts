import type { Key } from "../java/hash-code.ts";
import type { JavaHashMap } from "../java/java-hash-map.ts";
import { HeapAggregatingState } from "./heap/heap-aggregating-state.ts";
import { HeapListState } from "./heap/heap-list-state.ts";
import { HeapMapState } from "./heap/heap-map-state.ts";
import { HeapReducingState } from "./heap/heap-reducing-state.ts";
import { HeapValueState } from "./heap/heap-value-state.ts";
import type { KeyHashing } from "./key-hashing.ts";
import type {
  InternalAggregatingState,
  InternalListState,
  InternalMapState,
  InternalReducingState,
  InternalValueState,
} from "./keyed-states.ts";
import type { NamespaceType } from "./namespace.ts";
import { type KeyContext, StateCell } from "./state-cell.ts";
import type {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  StateDescriptor,
  ValueStateDescriptor,
} from "./state-descriptor.ts";
import type { StateTables } from "./state-tables.ts";
import type { StateTtlConfig } from "./state-ttl-config.ts";
import { IncrementalCleanup } from "./ttl/incremental-cleanup.ts";
import { TimeToLive, type TtlValue } from "./ttl/time-to-live.ts";
import { TtlAggregatingState, TtlReducingState } from "./ttl/ttl-folding-states.ts";
import { ttlAggregateFunction, ttlReduceFunction } from "./ttl/ttl-functions.ts";
import { TtlListState } from "./ttl/ttl-list-state.ts";
import { TtlMapState } from "./ttl/ttl-map-state.ts";
import { TtlValueState } from "./ttl/ttl-value-state.ts";
import { unexpiredElements, unexpiredEntries, unexpiredValue } from "./ttl/unexpired-part.ts";

/** What the keyed states of one instance of an operator share. */
export interface KeyedStateHome<K extends Key> {
  readonly tables: StateTables<K>;
  readonly keys: KeyContext<K>;
  readonly hashing: KeyHashing;
  /** Gives the processing time in ms. */
  readonly now: () => number;
}

/** Makes the states that descriptors describe (Flink's `HeapKeyedStateBackend` with its `TtlStateFactory`). */
export class KeyedStateFactory<K extends Key> {
  readonly #home: KeyedStateHome<K>;

  constructor(home: KeyedStateHome<K>) {
    this.#home = home;
  }

  valueState<N, T>(
    descriptor: ValueStateDescriptor<T>,
    namespaceType: NamespaceType<N>,
  ): InternalValueState<N, T> {
    const { ttlConfig } = descriptor;
    if (ttlConfig === undefined) return new HeapValueState(this.#cell<N, T>(descriptor, namespaceType));
    const ttl = this.#timeToLive(ttlConfig);
    const cell = this.#ttlCell<N, TtlValue<T | null>>(descriptor, namespaceType, ttl, unexpiredValue);
    return new TtlValueState(new HeapValueState(cell), ttl);
  }

  listState<N, T>(
    descriptor: ListStateDescriptor<T>,
    namespaceType: NamespaceType<N>,
  ): InternalListState<N, T> {
    const { ttlConfig } = descriptor;
    if (ttlConfig === undefined) return new HeapListState(this.#cell<N, T[]>(descriptor, namespaceType));
    const ttl = this.#timeToLive(ttlConfig);
    const cell = this.#ttlCell<N, TtlValue<T>[]>(descriptor, namespaceType, ttl, unexpiredElements);
    return new TtlListState(new HeapListState(cell), ttl);
  }

  mapState<N, UK extends Key, UV>(
    descriptor: MapStateDescriptor<UK, UV>,
    namespaceType: NamespaceType<N>,
  ): InternalMapState<N, UK, UV> {
    const { ttlConfig, keyType } = descriptor;
    if (ttlConfig === undefined) {
      return new HeapMapState(this.#cell<N, JavaHashMap<UK, UV>>(descriptor, namespaceType), keyType);
    }
    const ttl = this.#timeToLive(ttlConfig);
    const cell = this.#ttlCell<N, JavaHashMap<UK, TtlValue<UV>>>(descriptor, namespaceType, ttl, (stored) =>
      unexpiredEntries(stored, ttl, keyType),
    );
    return new TtlMapState(new HeapMapState(cell, keyType), ttl);
  }

  reducingState<N, T>(
    descriptor: ReducingStateDescriptor<T>,
    namespaceType: NamespaceType<N>,
  ): InternalReducingState<N, T> {
    const { ttlConfig, reduceFunction } = descriptor;
    if (ttlConfig === undefined) {
      return new HeapReducingState(this.#cell<N, T>(descriptor, namespaceType), reduceFunction);
    }
    const ttl = this.#timeToLive(ttlConfig);
    const cell = this.#ttlCell<N, TtlValue<T>>(descriptor, namespaceType, ttl, unexpiredValue);
    return new TtlReducingState(new HeapReducingState(cell, ttlReduceFunction(reduceFunction, ttl)), ttl);
  }

  aggregatingState<N, In, Acc, Out>(
    descriptor: AggregatingStateDescriptor<In, Acc, Out>,
    namespaceType: NamespaceType<N>,
  ): InternalAggregatingState<N, In, Out> {
    const { ttlConfig, aggregateFunction } = descriptor;
    if (ttlConfig === undefined) {
      return new HeapAggregatingState(this.#cell<N, Acc>(descriptor, namespaceType), aggregateFunction);
    }
    const ttl = this.#timeToLive(ttlConfig);
    const cell = this.#ttlCell<N, TtlValue<Acc>>(descriptor, namespaceType, ttl, unexpiredValue);
    const aggregate = ttlAggregateFunction(aggregateFunction, ttl, {
      update: (accumulator) => cell.put(accumulator),
      expire: () => cell.expire(),
    });
    return new TtlAggregatingState(new HeapAggregatingState(cell, aggregate), ttl);
  }

  #timeToLive(config: StateTtlConfig): TimeToLive {
    return new TimeToLive(config, this.#home.now);
  }

  #cell<N, V>(descriptor: StateDescriptor, namespaceType: NamespaceType<N>): StateCell<K, N, V> {
    const table = this.#home.tables.table<N, V>(descriptor, namespaceType);
    return new StateCell(table, this.#home.keys, namespaceType);
  }

  #ttlCell<N, V>(
    descriptor: StateDescriptor,
    namespaceType: NamespaceType<N>,
    ttl: TimeToLive,
    unexpired: (stored: V, ttl: TimeToLive) => V | null,
  ): StateCell<K, N, V> {
    const table = this.#home.tables.table<N, V>(descriptor, namespaceType);
    const cleanup = new IncrementalCleanup(table, this.#home.hashing, (stored) => unexpired(stored, ttl));
    ttl.cleanUpWith(cleanup);
    return this.#cell(descriptor, namespaceType);
  }
}
