import type { Key } from "../../java/hash-code.ts";
import { HeapChains } from "../heap/heap-chains.ts";
import type { KeyHashing } from "../key-hashing.ts";
import type { StateEntry, StateTable } from "../state-table.ts";

/** Entries, and positions of the hash table, that one access looks at. */
const CLEANUP_SIZE = 5;

/**
 * The background cleanup of a state with a time to live (Flink's `TtlIncrementalCleanup`): with each access it looks
 * at a few more entries of the table and takes the expired ones out, key group by key group, over and over.
 */
export class IncrementalCleanup<K extends Key, N, V> {
  readonly #table: StateTable<K, N, V>;
  readonly #hashing: KeyHashing;
  readonly #unexpired: (stored: V) => V | null;
  readonly #groups = new Map<number, HeapChains<StateEntry<K, N, V>>>();
  #group = -1;
  #position = 0;

  /** `unexpired` says what is left of a stored value once what has expired is gone; `null` if nothing is. */
  constructor(table: StateTable<K, N, V>, hashing: KeyHashing, unexpired: (stored: V) => V | null) {
    this.#table = table;
    this.#hashing = hashing;
    this.#unexpired = unexpired;
    table.listen({
      entryAdded: (entry) => this.#chainsOf(entry).add(entry, this.#hash(entry)),
      entryRemoved: (entry) => this.#chainsOf(entry).remove(entry, this.#hash(entry)),
    });
  }

  /** Looks at the next entries. */
  stateAccessed(): void {
    if (!this.#hasNext()) this.#group = -1;
    let looked = 0;
    while (looked < CLEANUP_SIZE && this.#hasNext()) {
      const chain = this.#nextChain();
      if (chain.length === 0) return;
      for (const entry of chain) this.#cleanUp(entry);
      looked += chain.length;
    }
  }

  #cleanUp(entry: StateEntry<K, N, V>): void {
    const left = this.#unexpired(entry.value);
    if (left === null) this.#table.expire(entry.key, this.#table.meta.namespaceType.id(entry.namespace));
    else if (left !== entry.value) {
      entry.value = left;
      this.#table.changed(entry);
    }
  }

  /** Whether there is something to look at here, or, by going there, in a later key group. */
  #hasNext(): boolean {
    while (!this.#hasNextInGroup()) {
      const later = [...this.#groups].filter(([group, chains]) => group > this.#group && chains.size > 0);
      if (later.length === 0) return false;
      this.#group = Math.min(...later.map(([group]) => group));
      this.#position = 0;
    }
    return true;
  }

  /** The end of the table takes one more look to notice. */
  #hasNextInGroup(): boolean {
    const chains = this.#groups.get(this.#group);
    return chains !== undefined && chains.size > 0 && this.#position <= chains.capacity;
  }

  #nextChain(): readonly StateEntry<K, N, V>[] {
    const chains = this.#groups.get(this.#group);
    const capacity = chains?.capacity ?? 0;
    for (let step = 0; step < CLEANUP_SIZE && this.#position < capacity; step++) {
      const chain = chains?.chainAt(this.#position++) ?? [];
      if (chain.length > 0) return chain;
    }
    if (this.#position === capacity) this.#position++;
    return [];
  }

  #chainsOf({ key }: StateEntry<K, N, V>): HeapChains<StateEntry<K, N, V>> {
    const group = this.#hashing.keyGroup(key);
    const known = this.#groups.get(group);
    if (known !== undefined) return known;
    const chains = new HeapChains<StateEntry<K, N, V>>();
    this.#groups.set(group, chains);
    return chains;
  }

  #hash({ key, namespace }: StateEntry<K, N, V>): number {
    return this.#hashing.hash(key) ^ this.#table.meta.namespaceType.hash(namespace);
  }
}
