import type { Key } from "../../java/hash-code.ts";
import type { ReduceFunction } from "../functions.ts";
import type { StateCell } from "../state-cell.ts";
import type { ReducingState } from "../state.ts";

/** A reducing state on the heap: it keeps one value and folds the next one into it at once. */
export class HeapReducingState<K extends Key, N, T> implements ReducingState<T> {
  readonly #cell: StateCell<K, N, T>;
  readonly #reduce: ReduceFunction<T>;

  constructor(cell: StateCell<K, N, T>, reduceFunction: ReduceFunction<T>) {
    this.#cell = cell;
    this.#reduce = reduceFunction;
  }

  setCurrentNamespace(namespace: N): void {
    this.#cell.setCurrentNamespace(namespace);
  }

  get(): T | null {
    const value = this.#cell.read();
    return value === undefined ? null : value;
  }

  /** Folds a value in; `null` clears the state, as in Flink. */
  add(value: T): boolean {
    const entry = this.#cell.entry();
    if (value === null) this.#cell.clear();
    else if (entry === undefined) this.#cell.add(value);
    else this.#cell.replace(entry, this.#reduce(entry.value, value));
    return entry === undefined;
  }

  /** Replaces the value. */
  updateInternal(value: T): void {
    this.#cell.put(value);
  }

  clear(): void {
    this.#cell.clear();
  }

  /** Removes the value, for its time to live is over. */
  expire(): void {
    this.#cell.expire();
  }

  /** Folds what stands in `sources` together and then into what stands in `target`. */
  mergeNamespaces(target: N, sources: readonly N[]): void {
    let merged: T | undefined;
    for (const source of sources) {
      const value = this.#cell.take(source);
      if (value === undefined) continue;
      merged = merged === undefined ? value : this.#reduce(merged, value);
    }
    if (merged === undefined) return;
    this.#cell.setCurrentNamespace(target);
    this.add(merged);
  }
}
