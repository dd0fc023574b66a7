import type { ChannelElement } from "./buffer.ts";
import { StreamEvent } from "./stream-event.ts";

/** How much lies in front of one subtask: unread by it, or still waiting at its senders. */
export class TaskQueue {
  #records = 0;
  #buffers = 0;
  #peakRecords = 0;
  #peakBuffers = 0;

  get records(): number {
    return this.#records;
  }

  /** The most records that have ever been in front of the subtask at a time. */
  get peakRecords(): number {
    return this.#peakRecords;
  }

  /** The most buffers that have ever been in front of the subtask at a time. */
  get peakBuffers(): number {
    return this.#peakBuffers;
  }

  recordAdded(): void {
    this.#records += 1;
    if (this.#records > this.#peakRecords) this.#peakRecords = this.#records;
  }

  /** Elements of a snapshot are there again. */
  elementsRestored(elements: readonly ChannelElement[]): void {
    for (const { value } of elements) if (!(value instanceof StreamEvent)) this.recordAdded();
  }

  recordTaken(): void {
    this.#records -= 1;
  }

  bufferAdded(): void {
    this.#buffers += 1;
    if (this.#buffers > this.#peakBuffers) this.#peakBuffers = this.#buffers;
  }

  bufferTaken(): void {
    this.#buffers -= 1;
  }
}
