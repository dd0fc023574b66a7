import type { Row } from "../row.ts";
import type { SortOrder } from "./sort-order.ts";

/** What a map holds for a sort key. */
export interface SortKeyEntry<V> {
  readonly sortKey: Row;
  value: V;
}

/** A map by sort key that iterates in its order (Java's `TreeMap`). */
export class SortKeyMap<V> {
  readonly #order: SortOrder;
  readonly #entries: SortKeyEntry<V>[] = [];

  constructor(order: SortOrder) {
    this.#order = order;
  }

  get(sortKey: Row): V | undefined {
    return this.#entryOf(sortKey)?.value;
  }

  set(sortKey: Row, value: V): void {
    const entry = this.#entryOf(sortKey);
    if (entry === undefined) this.#entries.splice(this.#placeOf(sortKey), 0, { sortKey, value });
    else entry.value = value;
  }

  delete(sortKey: Row): void {
    if (this.#entryOf(sortKey) !== undefined) this.#entries.splice(this.#placeOf(sortKey), 1);
  }

  /** Returns the entry that comes last, or `undefined` if the map is empty. */
  last(): SortKeyEntry<V> | undefined {
    return this.#entries.at(-1);
  }

  /** Returns the entries in order. The array is not changed by later changes of the map. */
  entries(): readonly SortKeyEntry<V>[] {
    return [...this.#entries];
  }

  #entryOf(sortKey: Row): SortKeyEntry<V> | undefined {
    const entry = this.#entries[this.#placeOf(sortKey)];
    return entry !== undefined && this.#order.compare(entry.sortKey, sortKey) === 0 ? entry : undefined;
  }

  /** Returns the place of the first entry that does not come before `sortKey`. */
  #placeOf(sortKey: Row): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry !== undefined && this.#order.compare(entry.sortKey, sortKey) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
