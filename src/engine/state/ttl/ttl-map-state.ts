import type { Key } from "../../java/hash-code.ts";
import type { HeapMapState } from "../heap/heap-map-state.ts";
import type { MapState } from "../state.ts";
import type { TimeToLive, TtlValue } from "./time-to-live.ts";

/** A map state whose entries expire one by one. */
export class TtlMapState<K extends Key, N, UK extends Key, UV> implements MapState<UK, UV> {
  readonly #original: HeapMapState<K, N, UK, TtlValue<UV>>;
  readonly #ttl: TimeToLive;

  constructor(original: HeapMapState<K, N, UK, TtlValue<UV>>, ttl: TimeToLive) {
    this.#original = original;
    this.#ttl = ttl;
  }

  setCurrentNamespace(namespace: N): void {
    this.#original.setCurrentNamespace(namespace);
  }

  get(key: UK): UV | null {
    this.#ttl.stateAccessed();
    return this.#ttl.read(this.#original.get(key), {
      update: (value) => this.#original.put(key, value),
      expire: () => this.#original.expire(key),
    });
  }

  put(key: UK, value: UV): void {
    this.#ttl.stateAccessed();
    this.#original.put(key, this.#ttl.wrap(value));
  }

  putAll(entries: Iterable<readonly [UK, UV]>): void {
    this.#ttl.stateAccessed();
    this.#original.putAll([...entries].map(([key, value]) => [key, this.#ttl.wrap(value)]));
  }

  remove(key: UK): void {
    this.#ttl.stateAccessed();
    this.#original.remove(key);
  }

  contains(key: UK): boolean {
    const wrapped = this.#original.get(key);
    this.get(key);
    return wrapped !== null && this.#ttl.isVisible(wrapped);
  }

  /** Returns the entries that live. Expired ones go, and if none is left an empty map stays behind. */
  entries(): readonly (readonly [UK, UV])[] {
    this.#ttl.stateAccessed();
    return this.#original.entries().flatMap(([key, value]) => {
      this.#ttl.read(value, {
        update: (renewed) => this.#original.put(key, renewed),
        expire: () => this.#original.removeWhileIterating(key),
      });
      return this.#ttl.isVisible(value) ? [[key, value.userValue] as const] : [];
    });
  }

  keys(): readonly UK[] {
    return this.entries().map(([key]) => key);
  }

  values(): readonly UV[] {
    return this.entries().map(([, value]) => value);
  }

  /** Whether no entry is there, be it that some have expired. */
  isEmpty(): boolean {
    this.#ttl.stateAccessed();
    return this.#original.isEmpty();
  }

  clear(): void {
    this.#original.clear();
  }
}
