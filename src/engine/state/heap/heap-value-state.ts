import type { Key } from "../../java/hash-code.ts";
import type { StateCell } from "../state-cell.ts";
import type { ValueState } from "../state.ts";

/** A value state on the heap. What it gives is the object itself: changing it changes the state without `update`. */
export class HeapValueState<K extends Key, N, T> implements ValueState<T> {
  readonly #cell: StateCell<K, N, T>;

  constructor(cell: StateCell<K, N, T>) {
    this.#cell = cell;
  }

  setCurrentNamespace(namespace: N): void {
    this.#cell.setCurrentNamespace(namespace);
  }

  value(): T | null {
    const value = this.#cell.read();
    return value === undefined ? null : value;
  }

  update(value: T | null): void {
    if (value === null) this.#cell.clear();
    else this.#cell.put(value);
  }

  clear(): void {
    this.#cell.clear();
  }

  /** Removes the value, for its time to live is over. */
  expire(): void {
    this.#cell.expire();
  }
}
