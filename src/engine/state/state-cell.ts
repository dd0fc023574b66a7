import { IllegalStateException } from "../java/exceptions.ts";
import type { Key } from "../java/hash-code.ts";
import type { NamespaceId, NamespaceType } from "./namespace.ts";
import type { StateEntry, StateTable } from "./state-table.ts";

/** Knows for which key the operator works at the moment. */
export interface KeyContext<K> {
  readonly currentKey: K;
}

/** The place of one state for the current key and a namespace: what every kind of heap state stands on. */
export class StateCell<K extends Key, N, V> {
  readonly #table: StateTable<K, N, V>;
  readonly #keys: KeyContext<K>;
  readonly #namespaceType: NamespaceType<N>;
  #namespace: N | undefined;
  #namespaceId: NamespaceId = "";

  constructor(table: StateTable<K, N, V>, keys: KeyContext<K>, namespaceType: NamespaceType<N>) {
    this.#table = table;
    this.#keys = keys;
    this.#namespaceType = namespaceType;
  }

  setCurrentNamespace(namespace: N): void {
    if (namespace === this.#namespace) return;
    this.#namespace = namespace;
    this.#namespaceId = this.#namespaceType.id(namespace);
  }

  /** Returns the entry, or `undefined` if there is none. */
  entry(): StateEntry<K, N, V> | undefined {
    return this.#table.get(this.#keys.currentKey, this.#namespaceId);
  }

  /** Returns what is there to whoever has asked for it; `undefined` if nothing is. */
  read(): V | undefined {
    const value = this.entry()?.value;
    this.#table.wasRead(this.#keys.currentKey, this.#namespace, value);
    return value;
  }

  /** Makes the entry, where there is none. Throws an IllegalStateException before the first namespace is set. */
  add(value: V): void {
    const namespace = this.#namespace;
    if (namespace === undefined) throw new IllegalStateException("No namespace set.");
    this.#table.add({ key: this.#keys.currentKey, namespace, value }, this.#namespaceId);
  }

  /** Puts a value, whether there is an entry or not. */
  put(value: V): void {
    const entry = this.entry();
    if (entry === undefined) this.add(value);
    else this.replace(entry, value);
  }

  /** Puts another value into an entry. */
  replace(entry: StateEntry<K, N, V>, value: V): void {
    entry.value = value;
    this.#table.changed(entry);
  }

  /** Says that the value of an entry has been changed in its place. */
  changed(entry: StateEntry<K, N, V>): void {
    this.#table.changed(entry);
  }

  /** Removes the value. */
  clear(): void {
    this.#table.remove(this.#keys.currentKey, this.#namespaceId);
  }

  /** Removes the value, for its time to live is over. */
  expire(): void {
    this.#table.expire(this.#keys.currentKey, this.#namespaceId);
  }

  /** Takes the value of another namespace out and returns it, or `undefined` if there is none. */
  take(namespace: N): V | undefined {
    return this.#table.remove(this.#keys.currentKey, this.#namespaceType.id(namespace))?.value;
  }
}
