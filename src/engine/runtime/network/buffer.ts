import { NO_TIMESTAMP } from "../../time/timestamp.ts";
import { StreamEvent, type ControlEvent } from "./stream-event.ts";

/** Which of its receiver's buffers a buffer lies in. */
export type CreditKind = "exclusive" | "floating" | "none";

/** An element of a channel that is part of a snapshot. */
export interface ChannelElement {
  readonly value: unknown;
  readonly timestamp: number;
}

/**
 * What goes over a channel at once (Flink's `NetworkBuffer`): records side by side with their timestamps, or one event
 * alone. It is written to its end by one task and then read to its end by another.
 */
export class Buffer {
  /** Records and, between them, events. */
  readonly values: unknown[] = [];
  /** The timestamp (ms) of the record at the same place. */
  readonly timestamps: number[] = [];
  /** The place that is read next. */
  position = 0;
  credit: CreditKind = "none";
  /** Is called when the buffer is sent. */
  onSent: (() => void) | null = null;

  append(value: unknown, timestamp: number): void {
    this.values.push(value);
    this.timestamps.push(timestamp);
  }

  get size(): number {
    return this.values.length;
  }

  /** Whether all has been read. */
  get isConsumed(): boolean {
    return this.position >= this.values.length;
  }

  /** The event, if the buffer is for one alone, which takes no credit. */
  get soleEvent(): ControlEvent | null {
    const [first] = this.values;
    return first instanceof StreamEvent && isOwnBuffer(first.event) ? first.event : null;
  }
}

/** Returns a buffer for one event. */
export function eventBuffer(event: StreamEvent): Buffer {
  const buffer = new Buffer();
  buffer.append(event, NO_TIMESTAMP);
  return buffer;
}

/** Returns a buffer with elements of a snapshot. */
export function bufferOf(elements: readonly ChannelElement[]): Buffer {
  const buffer = new Buffer();
  for (const { value, timestamp } of elements) buffer.append(value, timestamp);
  return buffer;
}

/** Returns the elements of a buffer that have not been read and that a snapshot keeps: all but events that part it. */
export function unreadElements(buffer: Buffer): readonly ChannelElement[] {
  if (buffer.soleEvent !== null) return [];
  const { values, timestamps, position } = buffer;
  return values
    .slice(position)
    .map((value, index) => ({ value, timestamp: timestamps[position + index] ?? NO_TIMESTAMP }));
}

/** Watermarks and statuses lie between the records; all other events part the stream and go alone. */
function isOwnBuffer({ type }: ControlEvent): boolean {
  return type !== "watermark" && type !== "watermark-status";
}
