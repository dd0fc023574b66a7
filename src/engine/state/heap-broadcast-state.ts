import { type Key, type KeyType, hashCode } from "../java/hash-code.ts";
import { JavaHashMap } from "../java/java-hash-map.ts";
import type { BroadcastState } from "./state.ts";

/** A broadcast state on the heap (Flink's class of the same name). */
export class HeapBroadcastState<K extends Key, V> implements BroadcastState<K, V> {
  readonly keyType: KeyType | undefined;
  readonly #map: JavaHashMap<K, V>;

  constructor(entries: readonly (readonly [K, V])[], keyType: KeyType | undefined) {
    this.keyType = keyType;
    this.#map = new JavaHashMap((key) => hashCode(key, keyType));
    this.putAll(entries);
  }

  get(key: K): V | null {
    return this.#map.get(key) ?? null;
  }

  contains(key: K): boolean {
    return this.#map.has(key);
  }

  immutableEntries(): readonly (readonly [K, V])[] {
    return this.#map.entries();
  }

  put(key: K, value: V): void {
    this.#map.set(key, value);
  }

  putAll(entries: Iterable<readonly [K, V]>): void {
    for (const [key, value] of entries) this.#map.set(key, value);
  }

  remove(key: K): void {
    this.#map.delete(key);
  }

  clear(): void {
    this.#map.clear();
  }
}
