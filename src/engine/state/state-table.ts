import type { Key } from "../java/hash-code.ts";
import type { Tracer } from "../trace/tracer.ts";
import { copyStoredValue } from "./copy-stored-value.ts";
import type { StateMeta } from "./keyed-snapshot.ts";
import type { NamespaceId } from "./namespace.ts";
import { SmallMap } from "./small-map.ts";
import type { StateSize } from "./state-size.ts";

/** The value of one key and namespace. */
export interface StateEntry<K, N, V> {
  readonly key: K;
  readonly namespace: N;
  value: V;
}

/** Hears of the entries that come to a table and go. */
export interface TableListener<E> {
  readonly entryAdded: (entry: E) => void;
  readonly entryRemoved: (entry: E) => void;
}

/** All values of one state: by key, then by namespace (Flink's heap `StateTable`). */
export class StateTable<K extends Key, N, V> {
  readonly meta: StateMeta<N>;
  readonly #entriesByKey = new Map<K, SmallMap<NamespaceId, StateEntry<K, N, V>>>();
  #size = 0;
  #listener: TableListener<StateEntry<K, N, V>> | undefined;
  #tracer: Tracer | undefined;
  #stateSize: StateSize | undefined;

  constructor(meta: StateMeta<N>) {
    this.meta = meta;
  }

  /** The number of entries over all keys and namespaces. */
  get size(): number {
    return this.#size;
  }

  get(key: K, namespaceId: NamespaceId): StateEntry<K, N, V> | undefined {
    return this.#entriesByKey.get(key)?.get(namespaceId);
  }

  /** Adds an entry that is not there yet. */
  add(entry: StateEntry<K, N, V>, namespaceId: NamespaceId): void {
    this.#size++;
    this.#listener?.entryAdded(entry);
    this.changed(entry);
    const entries = this.#entriesByKey.get(entry.key);
    if (entries === undefined) this.#entriesByKey.set(entry.key, new SmallMap(namespaceId, entry));
    else entries.set(namespaceId, entry);
  }

  /** Takes an entry out and returns it, if it is there. */
  remove(key: K, namespaceId: NamespaceId): StateEntry<K, N, V> | undefined {
    const entry = this.#takeOut(key, namespaceId);
    if (entry !== undefined) this.#trace("state-clear", entry);
    return entry;
  }

  /** Takes an entry out whose time to live is over. */
  expire(key: K, namespaceId: NamespaceId): void {
    const entry = this.#takeOut(key, namespaceId);
    if (entry !== undefined) this.#trace("state-expired", entry);
  }

  /** Says that somebody has read what is there; `undefined` = nothing is. */
  wasRead(key: K, namespace: N | undefined, value: V | undefined): void {
    if (this.#tracer === undefined) return;
    this.#tracer.record({
      type: "state-get",
      state: this.meta.name,
      key,
      namespace,
      value: copyStoredValue(value),
    });
  }

  /** Says that the value of an entry has changed. */
  changed(entry: StateEntry<K, N, V>): void {
    this.#stateSize?.entryChanged(entry);
    this.#trace("state-put", entry);
  }

  /** Returns all entries, by the first arrival of their keys. */
  entries(): readonly StateEntry<K, N, V>[] {
    return [...this.#entriesByKey.values()].flatMap((entries) => [...entries.values()]);
  }

  /** Tells `listener` of the entries that are there, and from now on of each that comes or goes. */
  listen(listener: TableListener<StateEntry<K, N, V>>): void {
    for (const entry of this.entries()) listener.entryAdded(entry);
    this.#listener = listener;
  }

  /** Tells `tracer` of every change, and of every time that it is read, from now on. */
  traceWith(tracer: Tracer): void {
    this.#tracer = tracer;
  }

  /** Has all entries counted by `stateSize`, those that are there and those that come. */
  measureWith(stateSize: StateSize): void {
    for (const entry of this.entries()) stateSize.entryChanged(entry);
    this.#stateSize = stateSize;
  }

  #takeOut(key: K, namespaceId: NamespaceId): StateEntry<K, N, V> | undefined {
    const entries = this.#entriesByKey.get(key);
    const entry = entries?.get(namespaceId);
    if (entries === undefined || entry === undefined) return undefined;
    entries.delete(namespaceId);
    if (entries.isEmpty()) this.#entriesByKey.delete(key);
    this.#size--;
    this.#listener?.entryRemoved(entry);
    this.#stateSize?.entryRemoved(entry);
    return entry;
  }

  #trace(
    type: "state-put" | "state-clear" | "state-expired",
    { key, namespace, value }: StateEntry<K, N, V>,
  ): void {
    if (this.#tracer === undefined) return;
    const now = type === "state-put" ? copyStoredValue(value) : undefined;
    this.#tracer.record({ type, state: this.meta.name, key, namespace, value: now });
  }
}
