import type { Key } from "../../java/hash-code.ts";
import type { HeapValueState } from "../heap/heap-value-state.ts";
import type { ValueState } from "../state.ts";
import type { TimeToLive, TtlValue } from "./time-to-live.ts";

/** A value state whose value expires. `update(null)` stores a null that has a life of its own, as in Flink. */
export class TtlValueState<K extends Key, N, T> implements ValueState<T> {
  readonly #original: HeapValueState<K, N, TtlValue<T | null>>;
  readonly #ttl: TimeToLive;

  constructor(original: HeapValueState<K, N, TtlValue<T | null>>, ttl: TimeToLive) {
    this.#original = original;
    this.#ttl = ttl;
  }

  setCurrentNamespace(namespace: N): void {
    this.#original.setCurrentNamespace(namespace);
  }

  value(): T | null {
    this.#ttl.stateAccessed();
    return this.#ttl.read(this.#original.value(), this.#original);
  }

  update(value: T | null): void {
    this.#ttl.stateAccessed();
    this.#original.update(this.#ttl.wrap(value));
  }

  clear(): void {
    this.#original.clear();
  }
}
