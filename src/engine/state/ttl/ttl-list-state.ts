import type { Key } from "../../java/hash-code.ts";
import type { HeapListState } from "../heap/heap-list-state.ts";
import type { ListState } from "../state.ts";
import type { TimeToLive, TtlValue } from "./time-to-live.ts";

/** A list state whose elements expire one by one. A read leaves the expired ones until all have expired. */
export class TtlListState<K extends Key, N, T> implements ListState<T> {
  readonly #original: HeapListState<K, N, TtlValue<T>>;
  readonly #ttl: TimeToLive;

  constructor(original: HeapListState<K, N, TtlValue<T>>, ttl: TimeToLive) {
    this.#original = original;
    this.#ttl = ttl;
  }

  setCurrentNamespace(namespace: N): void {
    this.#original.setCurrentNamespace(namespace);
  }

  get(): readonly T[] {
    this.#ttl.stateAccessed();
    const values = this.#original.get();
    const alive = values.filter((value) => !this.#ttl.hasExpired(value));
    if (values.length > 0 && alive.length === 0) this.#original.expire();
    if (this.#ttl.renewsOnRead && alive.length > 0) this.#renew(alive);
    return values.filter((value) => this.#ttl.isVisible(value)).map(({ userValue }) => userValue);
  }

  add(value: T): boolean {
    this.#ttl.stateAccessed();
    return this.#original.add(this.#ttl.wrap(value));
  }

  addAll(values: readonly T[]): void {
    this.#ttl.stateAccessed();
    this.#original.addAll(values.map((value) => this.#ttl.wrap(value)));
  }

  update(values: readonly T[]): void {
    this.#ttl.stateAccessed();
    this.#original.update(values.map((value) => this.#ttl.wrap(value)));
  }

  clear(): void {
    this.#original.clear();
  }

  mergeNamespaces(target: N, sources: readonly N[]): void {
    this.#original.mergeNamespaces(target, sources);
  }

  #renew(alive: readonly TtlValue<T>[]): void {
    this.#original.update(alive.map(({ userValue }) => this.#ttl.wrap(userValue)));
  }
}
