import { IllegalStateException } from "../../java/exceptions.ts";
import { unreachable } from "../../java/unreachable.ts";
import type { TimestampedCollector } from "../collector.ts";
import type { Output } from "../output.ts";
import type { StreamElement } from "./stream-element.ts";

/** Where a queue puts what is its turn: records into the collector, watermarks straight into the output. */
export interface QueueOutput<Out> {
  readonly output: Output<Out>;
  readonly collector: TimestampedCollector<Out>;
}

/**
 * What an asynchronous operator holds back until it is answered and its turn has come (Flink's interface of the same
 * name). Records and watermarks count alike against its capacity.
 */
export interface StreamElementQueue<In, Out> {
  readonly size: number;
  /** Puts an element in; `undefined` if the queue is full. */
  readonly tryPut: (element: StreamElement<In>) => StreamElementQueueEntry<In, Out> | undefined;
  /** Whether there is something to emit now. */
  readonly hasCompletedElements: () => boolean;
  /** Emits the results of one element, or one watermark, if there is something to emit. */
  readonly emitCompletedElement: (target: QueueOutput<Out>) => void;
  /** Returns what is in the queue, answered or not: the state of the operator. */
  readonly values: () => readonly StreamElement<In>[];
}

/** One element in a queue, with its results as soon as they are there (Flink's interface of the same name). */
export class StreamElementQueueEntry<In, Out> {
  readonly element: StreamElement<In>;
  readonly #onCompleted: ((entry: StreamElementQueueEntry<In, Out>) => void) | undefined;
  #results: readonly Out[] | undefined;

  /** `onCompleted` learns of the results of a record. */
  constructor(element: StreamElement<In>, onCompleted?: (entry: StreamElementQueueEntry<In, Out>) => void) {
    this.element = element;
    this.#onCompleted = onCompleted;
  }

  /** Whether it may be emitted: a watermark always, a record when its results are there. */
  isDone(): boolean {
    return this.element.type === "watermark" || this.#results !== undefined;
  }

  /** Sets the results of a record. Throws an IllegalStateException for a watermark. */
  complete(results: readonly Out[]): void {
    if (this.element.type === "watermark") throw new IllegalStateException("Cannot complete a watermark.");
    this.#results = results;
    this.#onCompleted?.(this);
  }

  /** Sends the results with the timestamp of the record, or the watermark. */
  emitResult({ output, collector }: QueueOutput<Out>): void {
    const { element } = this;
    switch (element.type) {
      case "record":
        collector.setAbsoluteTimestamp(element.timestamp);
        for (const result of this.#results ?? []) collector.collect(result);
        return;
      case "watermark":
        output.emitWatermark(element.timestamp);
        return;
      default:
        unreachable(element);
    }
  }
}
