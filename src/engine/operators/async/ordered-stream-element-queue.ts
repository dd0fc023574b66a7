import {
  StreamElementQueueEntry,
  type QueueOutput,
  type StreamElementQueue,
} from "./stream-element-queue.ts";
import type { StreamElement } from "./stream-element.ts";

/** Emits in the order of the input, so one slow answer holds back all that follows (Flink's class of the same name). */
export class OrderedStreamElementQueue<In, Out> implements StreamElementQueue<In, Out> {
  readonly #capacity: number;
  readonly #entries: StreamElementQueueEntry<In, Out>[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#entries.length;
  }

  tryPut(element: StreamElement<In>): StreamElementQueueEntry<In, Out> | undefined {
    if (this.#entries.length >= this.#capacity) return undefined;
    const entry = new StreamElementQueueEntry<In, Out>(element);
    this.#entries.push(entry);
    return entry;
  }

  hasCompletedElements(): boolean {
    return this.#entries[0]?.isDone() === true;
  }

  emitCompletedElement(target: QueueOutput<Out>): void {
    if (this.hasCompletedElements()) this.#entries.shift()?.emitResult(target);
  }

  values(): readonly StreamElement<In>[] {
    return this.#entries.map(({ element }) => element);
  }
}
