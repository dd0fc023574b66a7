/** Something that happens at a moment: a timer, the end of a piece of work, a message that arrives. */
export class ClockEvent {
  /** When it happens, in virtual microseconds. */
  time = 0;
  /** Decides between events of the same moment: the one that was scheduled first happens first. */
  sequence = 0;
  /** `null` once it has been called off. */
  action: (() => void) | null;
  /** An event that keeps nobody waiting: it happens only while something else goes on. */
  readonly kind: "foreground" | "background";

  constructor(action: () => void, kind: "foreground" | "background") {
    this.action = action;
    this.kind = kind;
  }
}

/** Events by time, those of one moment in the order in which they were scheduled. */
export class EventQueue {
  readonly #heap: ClockEvent[] = [];

  peek(): ClockEvent | undefined {
    return this.#heap[0];
  }

  add(event: ClockEvent): void {
    let index = this.#heap.length;
    this.#heap.push(event);
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      const above = this.#heap[parent];
      if (above === undefined || !isBefore(event, above)) break;
      this.#heap[index] = above;
      index = parent;
    }
    this.#heap[index] = event;
  }

  /** Takes the first event out. */
  poll(): ClockEvent | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || last === first) return first;
    this.#sink(last);
    return first;
  }

  #sink(event: ClockEvent): void {
    const size = this.#heap.length;
    let index = 0;
    for (;;) {
      const child = this.#earlierChild(index, size);
      const below = this.#heap[child];
      if (below === undefined || !isBefore(below, event)) break;
      this.#heap[index] = below;
      index = child;
    }
    this.#heap[index] = event;
  }

  /** Returns the place of the earlier one of two children; a place outside if there are none. */
  #earlierChild(index: number, size: number): number {
    const left = 2 * index + 1;
    const right = left + 1;
    const [one, other] = [this.#heap[left], this.#heap[right]];
    return right < size && one !== undefined && other !== undefined && isBefore(other, one) ? right : left;
  }
}

function isBefore(one: ClockEvent, other: ClockEvent): boolean {
  return one.time < other.time || (one.time === other.time && one.sequence < other.sequence);
}
