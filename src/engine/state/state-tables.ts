import type { Key } from "../java/hash-code.ts";
import type { Tracer } from "../trace/tracer.ts";
import type { KeyHashing } from "./key-hashing.ts";
import type { KeyedStateSnapshot } from "./keyed-snapshot.ts";
import type { NamespaceType } from "./namespace.ts";
import type { StateDescriptor } from "./state-descriptor.ts";
import { StateSize } from "./state-size.ts";
import { StateTable } from "./state-table.ts";
import { entriesInHeapOrder, restoreTable, snapshotTable } from "./table-snapshot.ts";

/** The tables of all keyed states of one instance of an operator, by name; restored ones are there at once. */
export class StateTables<K extends Key> {
  readonly #hashing: KeyHashing;
  readonly #tracer: Tracer | undefined;
  readonly #tables = new Map<string, StateTable<K, unknown, unknown>>();
  #stateSize: StateSize | undefined;

  constructor(hashing: KeyHashing, restored: KeyedStateSnapshot, tracer: Tracer | undefined) {
    this.#hashing = hashing;
    this.#tracer = tracer;
    for (const table of restored.tables) this.#put(restoreTable(table));
  }

  /** Returns the table of a state, an empty one if it is new. */
  table<N, V>(descriptor: StateDescriptor, namespaceType: NamespaceType<N>): StateTable<K, N, V> {
    const known = this.#tables.get(descriptor.name) as StateTable<K, N, V> | undefined;
    if (known !== undefined) return known;
    const { name, type, keyType } = descriptor;
    const table = new StateTable<K, N, V>({ name, type, namespaceType, mapKeyType: keyType });
    this.#put(table as unknown as StateTable<K, unknown, unknown>);
    return table;
  }

  /** The number of entries over all tables. */
  get size(): number {
    let size = 0;
    for (const table of this.#tables.values()) size += table.size;
    return size;
  }

  /** Returns the bytes of all entries. The first call begins to count; without one nothing is counted. */
  sizeInBytes(): number {
    this.#stateSize ??= this.#beginToMeasure();
    return this.#stateSize.bytes();
  }

  /** Returns the keys that have a state in a namespace, in the order of the heap. */
  keys<N>(stateName: string, namespaceType: NamespaceType<N>, namespace: N): readonly K[] {
    const table = this.#tables.get(stateName);
    if (table === undefined) return [];
    const id = namespaceType.id(namespace);
    return entriesInHeapOrder(table, this.#hashing)
      .filter((entry) => table.meta.namespaceType.id(entry.namespace) === id)
      .map(({ key }) => key);
  }

  /** Returns a copy of all tables. */
  snapshot(): KeyedStateSnapshot {
    return { tables: [...this.#tables.values()].map((table) => snapshotTable(table, this.#hashing)) };
  }

  #beginToMeasure(): StateSize {
    const stateSize = new StateSize();
    for (const table of this.#tables.values()) table.measureWith(stateSize);
    return stateSize;
  }

  #put(table: StateTable<K, unknown, unknown>): void {
    if (this.#tracer !== undefined) table.traceWith(this.#tracer);
    if (this.#stateSize !== undefined) table.measureWith(this.#stateSize);
    this.#tables.set(table.meta.name, table);
  }
}
