import type { QueueOutput, StreamElementQueueEntry } from "./stream-element-queue.ts";
import type { StreamElement } from "./stream-element.ts";

/**
 * A watermark, which needs no answer and so comes first, and the records up to the next one in any order (Flink's
 * `UnorderedStreamElementQueue.Segment`).
 */
export class Segment<In, Out> {
  readonly #incomplete = new Set<StreamElementQueueEntry<In, Out>>();
  readonly #completed: StreamElementQueueEntry<In, Out>[] = [];

  add(entry: StreamElementQueueEntry<In, Out>): void {
    if (entry.isDone()) this.#completed.push(entry);
    else this.#incomplete.add(entry);
  }

  /** Takes note that an entry is answered; once, however often it is said. */
  completed(entry: StreamElementQueueEntry<In, Out>): void {
    if (this.#incomplete.delete(entry)) this.#completed.push(entry);
  }

  hasCompleted(): boolean {
    return this.#completed.length > 0;
  }

  isEmpty(): boolean {
    return this.#incomplete.size === 0 && this.#completed.length === 0;
  }

  /** Emits the entry that was answered first, if there is one; returns how many it emitted. */
  emitCompleted(target: QueueOutput<Out>): number {
    const entry = this.#completed.shift();
    if (entry === undefined) return 0;
    entry.emitResult(target);
    return 1;
  }

  values(): readonly StreamElement<In>[] {
    return [...this.#completed, ...this.#incomplete].map(({ element }) => element);
  }
}
