import { type Key, type KeyType, hashCode } from "../../java/hash-code.ts";
import { JavaHashMap } from "../../java/java-hash-map.ts";
import type { StateCell } from "../state-cell.ts";
import type { MapState } from "../state.ts";

/** A map state on the heap: it iterates as `java.util.HashMap` does. */
export class HeapMapState<K extends Key, N, UK extends Key, UV> implements MapState<UK, UV> {
  readonly #cell: StateCell<K, N, JavaHashMap<UK, UV>>;
  readonly #hash: (key: UK) => number;

  constructor(cell: StateCell<K, N, JavaHashMap<UK, UV>>, keyType: KeyType | undefined) {
    this.#cell = cell;
    this.#hash = (key) => hashCode(key, keyType);
  }

  setCurrentNamespace(namespace: N): void {
    this.#cell.setCurrentNamespace(namespace);
  }

  get(key: UK): UV | null {
    return this.#cell.read()?.get(key) ?? null;
  }

  put(key: UK, value: UV): void {
    this.putAll([[key, value]]);
  }

  /** Puts entries. Even without any it leaves a map behind, which counts as an entry, as in Flink. */
  putAll(entries: Iterable<readonly [UK, UV]>): void {
    const entry = this.#cell.entry();
    const map = entry?.value ?? new JavaHashMap<UK, UV>(this.#hash);
    for (const [key, value] of entries) map.set(key, value);
    if (entry === undefined) this.#cell.add(map);
    else this.#cell.changed(entry);
  }

  remove(key: UK): void {
    this.removeWhileIterating(key);
    if (this.#isDrained()) this.#cell.clear();
  }

  /** Removes an entry whose time to live is over. */
  expire(key: UK): void {
    this.removeWhileIterating(key);
    if (this.#isDrained()) this.#cell.expire();
  }

  /** Removes an entry as an iterator of Java does: an empty map stays behind, and counts as an entry. */
  removeWhileIterating(key: UK): void {
    const entry = this.#cell.entry();
    if (entry?.value.delete(key) === true) this.#cell.changed(entry);
  }

  contains(key: UK): boolean {
    return this.#cell.read()?.has(key) ?? false;
  }

  entries(): readonly (readonly [UK, UV])[] {
    return this.#cell.read()?.entries() ?? [];
  }

  keys(): readonly UK[] {
    return this.#cell.read()?.keys() ?? [];
  }

  values(): readonly UV[] {
    return this.#cell.read()?.values() ?? [];
  }

  isEmpty(): boolean {
    return (this.#cell.read()?.size ?? 0) === 0;
  }

  clear(): void {
    this.#cell.clear();
  }

  #isDrained(): boolean {
    return this.#cell.entry()?.value.size === 0;
  }
}
