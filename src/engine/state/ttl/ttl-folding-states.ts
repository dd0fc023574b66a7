import type { Key } from "../../java/hash-code.ts";
import type { HeapAggregatingState } from "../heap/heap-aggregating-state.ts";
import type { HeapReducingState } from "../heap/heap-reducing-state.ts";
import type { AggregatingState, ReducingState } from "../state.ts";
import type { TimeToLive, TtlValue } from "./time-to-live.ts";

/** A reducing state that begins anew once its value has expired. Each `add` is a write. */
export class TtlReducingState<K extends Key, N, T> implements ReducingState<T> {
  readonly #original: HeapReducingState<K, N, TtlValue<T>>;
  readonly #ttl: TimeToLive;

  constructor(original: HeapReducingState<K, N, TtlValue<T>>, ttl: TimeToLive) {
    this.#original = original;
    this.#ttl = ttl;
  }

  setCurrentNamespace(namespace: N): void {
    this.#original.setCurrentNamespace(namespace);
  }

  get(): T | null {
    this.#ttl.stateAccessed();
    return this.#ttl.read(this.#original.get(), {
      update: (value) => this.#original.updateInternal(value),
      expire: () => this.#original.expire(),
    });
  }

  add(value: T): boolean {
    this.#ttl.stateAccessed();
    return this.#original.add(this.#ttl.wrap(value));
  }

  mergeNamespaces(target: N, sources: readonly N[]): void {
    this.#original.mergeNamespaces(target, sources);
  }

  clear(): void {
    this.#original.clear();
  }
}

/** An aggregating state that begins anew once its accumulator has expired; its aggregate knows the rules. */
export class TtlAggregatingState<K extends Key, N, In, Acc, Out> implements AggregatingState<In, Out> {
  readonly #original: HeapAggregatingState<K, N, In, TtlValue<Acc>, Out | null>;
  readonly #ttl: TimeToLive;

  constructor(original: HeapAggregatingState<K, N, In, TtlValue<Acc>, Out | null>, ttl: TimeToLive) {
    this.#original = original;
    this.#ttl = ttl;
  }

  setCurrentNamespace(namespace: N): void {
    this.#original.setCurrentNamespace(namespace);
  }

  get(): Out | null {
    this.#ttl.stateAccessed();
    return this.#original.get();
  }

  add(value: In): boolean {
    this.#ttl.stateAccessed();
    return this.#original.add(value);
  }

  mergeNamespaces(target: N, sources: readonly N[]): void {
    this.#original.mergeNamespaces(target, sources);
  }

  clear(): void {
    this.#original.clear();
  }
}
