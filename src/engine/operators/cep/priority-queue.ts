/**
 * A binary heap that keeps equal elements in the very order in which `java.util.PriorityQueue` (JDK 17) does. The order
 * decides which of several matches with one first event is taken first.
 */
export class PriorityQueue<T> {
  readonly #compare: (left: T, right: T) => number;
  #heap: T[];

  /** Makes a queue of what `toArray` gave; none if it is left out. */
  constructor(compare: (left: T, right: T) => number, heap: readonly T[] = []) {
    this.#compare = compare;
    this.#heap = [...heap];
  }

  /** Returns the elements in the order in which Java iterates over them: that of the heap. */
  toArray(): readonly T[] {
    return [...this.#heap];
  }

  peek(): T | undefined {
    return this.#heap[0];
  }

  add(element: T): void {
    let index = this.#heap.length;
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      const above = this.#heap[parent];
      if (above === undefined || this.#compare(element, above) >= 0) break;
      this.#heap[index] = above;
      index = parent;
    }
    this.#heap[index] = element;
  }

  poll(): T | undefined {
    const head = this.#heap[0];
    const last = this.#heap.pop();
    if (last !== undefined && this.#heap.length > 0) this.#siftDown(0, last);
    return head;
  }

  /** Removes what fits; what stays keeps its place in the array and is then made a heap again. */
  removeIf(fits: (element: T) => boolean): void {
    const kept = this.#heap.filter((element) => !fits(element));
    if (kept.length === this.#heap.length) return;
    this.#heap = kept;
    for (let index = (kept.length >>> 1) - 1; index >= 0; index--) {
      const element = kept[index];
      if (element !== undefined) this.#siftDown(index, element);
    }
  }

  #siftDown(start: number, element: T): void {
    let index = start;
    for (let child = this.#smallerChild(index); child !== undefined; child = this.#smallerChild(index)) {
      if (this.#compare(element, child.element) <= 0) break;
      this.#heap[index] = child.element;
      index = child.index;
    }
    this.#heap[index] = element;
  }

  #smallerChild(index: number): { readonly index: number; readonly element: T } | undefined {
    const leftIndex = 2 * index + 1;
    const left = this.#heap[leftIndex];
    const right = this.#heap[leftIndex + 1];
    if (left === undefined) return undefined;
    if (right === undefined || this.#compare(left, right) <= 0) return { index: leftIndex, element: left };
    return { index: leftIndex + 1, element: right };
  }
}
