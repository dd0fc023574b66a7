import type { EventId } from "./event-id.ts";
import type { SharedBuffer } from "./shared-buffer.ts";

/** An event on its way through the partial matches of a key. */
export class EventInput<T> {
  readonly event: T;
  readonly timestamp: number;
  readonly buffer: SharedBuffer<T>;
  #nodeCount: number;
  #eventId: EventId | null = null;

  constructor(
    record: { readonly event: T; readonly timestamp: number },
    buffer: SharedBuffer<T>,
    nodeCount: number,
  ) {
    this.event = record.event;
    this.timestamp = record.timestamp;
    this.buffer = buffer;
    this.#nodeCount = nodeCount;
  }

  /** How many nodes the buffer has been given by now. */
  get nodeCount(): number {
    return this.#nodeCount;
  }

  /** Which event it is. It gets its number when the first match takes it. */
  get eventId(): EventId {
    this.#eventId ??= { timestamp: this.timestamp, id: this.#nodeCount };
    return this.#eventId;
  }

  /** Takes the event for a stage behind the node `previous` and returns its own node. */
  take(stage: string, previous: number | null): number {
    const { event, eventId } = this;
    const node = this.#nodeCount;
    this.#nodeCount += 1;
    this.buffer.put(node, { stage, event, eventId, previous });
    return node;
  }
}
