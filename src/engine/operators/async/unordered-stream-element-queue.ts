import { Segment } from "./segment.ts";
import {
  StreamElementQueueEntry,
  type QueueOutput,
  type StreamElementQueue,
} from "./stream-element-queue.ts";
import type { StreamElement } from "./stream-element.ts";

/**
 * Emits answers as they come, but lets nothing overtake a watermark (Flink's class of the same name): the queue is a
 * row of segments, each from one watermark to the next, and only the first one emits.
 */
export class UnorderedStreamElementQueue<In, Out> implements StreamElementQueue<In, Out> {
  readonly #capacity: number;
  readonly #segments: Segment<In, Out>[] = [];
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#size;
  }

  tryPut(element: StreamElement<In>): StreamElementQueueEntry<In, Out> | undefined {
    if (this.#size >= this.#capacity) return undefined;
    this.#size++;
    return element.type === "record" ? this.#addRecord(element) : this.#addWatermark(element);
  }

  hasCompletedElements(): boolean {
    return this.#segments[0]?.hasCompleted() === true;
  }

  emitCompletedElement(target: QueueOutput<Out>): void {
    const first = this.#segments[0];
    if (first === undefined) return;
    this.#size -= first.emitCompleted(target);
    if (first.isEmpty()) this.#segments.shift();
  }

  values(): readonly StreamElement<In>[] {
    return this.#segments.flatMap((segment) => segment.values());
  }

  #addRecord(element: StreamElement<In>): StreamElementQueueEntry<In, Out> {
    const segment = this.#segments.at(-1) ?? this.#addSegment();
    const entry = new StreamElementQueueEntry<In, Out>(element, (answered) => segment.completed(answered));
    segment.add(entry);
    return entry;
  }

  #addWatermark(element: StreamElement<In>): StreamElementQueueEntry<In, Out> {
    const entry = new StreamElementQueueEntry<In, Out>(element);
    this.#addSegment().add(entry);
    return entry;
  }

  #addSegment(): Segment<In, Out> {
    const segment = new Segment<In, Out>();
    this.#segments.push(segment);
    return segment;
  }
}
