/** What can wait in a heap: it is ordered by its timestamp and knows its place, so that it can be removed. */
export interface HeapElement {
  /** Event or processing time in ms. */
  readonly timestamp: number;
  /** Its place in the heap, 0 while it is in none. Only the heap writes it. */
  heapIndex: number;
}

/**
 * A binary heap, counted from 1, that compares timestamps only with `<`: elements of the same time leave it in the
 * order of Flink's `HeapPriorityQueue`, which is not that of their arrival.
 */
export class HeapPriorityQueue<T extends HeapElement> {
  readonly #queue: T[] = [];

  get size(): number {
    return this.#queue.length;
  }

  /** Returns the first element, or `undefined` if there is none. */
  peek(): T | undefined {
    return this.#queue[0];
  }

  add(element: T): void {
    this.#queue.push(element);
    this.#siftUp(element, this.#queue.length);
  }

  /** Takes the first element out: the last one goes to the root and sinks. */
  poll(): T | undefined {
    const first = this.#queue[0];
    if (first !== undefined) this.#removeAt(1);
    return first;
  }

  /** Takes an element out that is in this heap. */
  remove(element: T): void {
    this.#removeAt(element.heapIndex);
  }

  /** Returns the elements in the order of the array, which no rule of the heap explains to a user. */
  elements(): readonly T[] {
    return this.#queue;
  }

  #put(element: T, index: number): void {
    this.#queue[index - 1] = element;
    element.heapIndex = index;
  }

  #removeAt(index: number): void {
    const removed = this.#queue[index - 1];
    const last = this.#queue.pop();
    if (removed === undefined || last === undefined) return;
    removed.heapIndex = 0;
    if (last === removed) return;
    this.#siftDown(last, index);
    if (last.heapIndex === index) this.#siftUp(last, index);
  }

  #siftUp(element: T, from: number): void {
    let index = from;
    for (;;) {
      const parent = this.#queue[(index >>> 1) - 1];
      if (parent === undefined || element.timestamp >= parent.timestamp) break;
      this.#put(parent, index);
      index >>>= 1;
    }
    this.#put(element, index);
  }

  #siftDown(element: T, from: number): void {
    let index = from;
    for (;;) {
      const child = this.#firstChild(index);
      if (child === undefined || child.timestamp >= element.timestamp) break;
      const below = child.heapIndex;
      this.#put(child, index);
      index = below;
    }
    this.#put(element, index);
  }

  #firstChild(index: number): T | undefined {
    const left = this.#queue[index * 2 - 1];
    const right = this.#queue[index * 2];
    if (left === undefined || right === undefined) return left;
    return right.timestamp < left.timestamp ? right : left;
  }
}
