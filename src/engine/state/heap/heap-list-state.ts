import { NullPointerException } from "../../java/exceptions.ts";
import type { Key } from "../../java/hash-code.ts";
import type { StateCell } from "../state-cell.ts";
import type { ListState } from "../state.ts";

/** A list state on the heap. The list is never empty: an empty one is no entry. */
export class HeapListState<K extends Key, N, T> implements ListState<T> {
  readonly #cell: StateCell<K, N, T[]>;

  constructor(cell: StateCell<K, N, T[]>) {
    this.#cell = cell;
  }

  setCurrentNamespace(namespace: N): void {
    this.#cell.setCurrentNamespace(namespace);
  }

  get(): readonly T[] {
    return this.#cell.read() ?? [];
  }

  add(value: T): boolean {
    const entry = this.#cell.entry();
    if (entry === undefined) {
      this.#cell.add([refuseNull(value)]);
      return true;
    }
    entry.value.push(refuseNull(value));
    this.#cell.changed(entry);
    return false;
  }

  addAll(values: readonly T[]): void {
    for (const value of values) this.add(value);
  }

  update(values: readonly T[]): void {
    if (values.length === 0) this.#cell.clear();
    else this.#cell.put(values.map(refuseNull));
  }

  clear(): void {
    this.#cell.clear();
  }

  /** Removes the list, for the time to live is over. */
  expire(): void {
    this.#cell.expire();
  }

  /** Moves what stands in `sources` behind what stands in `target`, in that order. */
  mergeNamespaces(target: N, sources: readonly N[]): void {
    const moved = sources.flatMap((source) => this.#cell.take(source) ?? []);
    this.#cell.setCurrentNamespace(target);
    this.addAll(moved);
  }
}

function refuseNull<T>(value: T): T {
  if (value === null || value === undefined) {
    throw new NullPointerException("You cannot add null to a ListState.");
  }
  return value;
}
