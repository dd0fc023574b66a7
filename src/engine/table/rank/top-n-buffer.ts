import type { Row } from "../row.ts";
import { SortKeyMap, type SortKeyEntry } from "./sort-key-map.ts";
import type { SortOrder } from "./sort-order.ts";

/** The best elements of a partition, by sort key and under one key in order of arrival (Flink's class of the same name). */
export class TopNBuffer<V> {
  readonly #order: SortOrder;
  readonly #elements: SortKeyMap<V[]>;
  #size = 0;

  constructor(order: SortOrder) {
    this.#order = order;
    this.#elements = new SortKeyMap(order);
  }

  /** How many elements there are. */
  get size(): number {
    return this.#size;
  }

  /** Says whether an element of this sort key belongs to the first `n`: there is room, or it beats the last one. */
  accepts(sortKey: Row, n: number): boolean {
    const worst = this.#elements.last();
    if (worst === undefined || this.#order.compare(sortKey, worst.sortKey) < 0) return true;
    return this.#size < n;
  }

  put(sortKey: Row, element: V): void {
    const elements = this.#elements.get(sortKey);
    if (elements === undefined) this.#elements.set(sortKey, [element]);
    else elements.push(element);
    this.#size++;
  }

  remove(sortKey: Row, element: V): void {
    const elements = this.#elements.get(sortKey);
    const index = elements?.indexOf(element) ?? -1;
    if (elements === undefined || index < 0) return;
    elements.splice(index, 1);
    this.#size--;
    if (elements.length === 0) this.#elements.delete(sortKey);
  }

  /** Removes all elements of a sort key and returns them. */
  removeAll(sortKey: Row): readonly V[] {
    const elements = this.#elements.get(sortKey) ?? [];
    this.#elements.delete(sortKey);
    this.#size -= elements.length;
    return elements;
  }

  /** Removes the element that comes last and returns it. */
  removeLast(): V | undefined {
    const worst = this.#elements.last();
    const element = worst?.value.at(-1);
    if (worst === undefined || element === undefined) return undefined;
    this.remove(worst.sortKey, element);
    return element;
  }

  /** Returns the elements by sort key, in order. */
  entries(): readonly SortKeyEntry<readonly V[]>[] {
    return this.#elements.entries();
  }
}
