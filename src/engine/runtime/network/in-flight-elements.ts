import { type Buffer, type ChannelElement, unreadElements } from "./buffer.ts";

/**
 * What of one input channel belongs to an unaligned checkpoint: all that lies in front of its barrier when the task
 * takes its snapshot, and all that comes before the barrier does.
 */
export class InFlightElements {
  #elements: ChannelElement[] = [];
  #state: "idle" | "open" = "idle";
  /** How many buffers the barrier has overtaken, if it came before the task took its snapshot. */
  #overtaken: number | null = null;

  /** Whether the barrier is still to come. */
  get isOpen(): boolean {
    return this.#state === "open";
  }

  /** The task takes its snapshot, with this in front of it. */
  open(queue: readonly Buffer[]): void {
    this.#elements = queue.slice(0, this.#overtaken ?? queue.length).flatMap(unreadElements);
    this.#state = this.#overtaken === null ? "open" : "idle";
  }

  /** Something comes in. */
  add(buffer: Buffer): void {
    if (this.#state === "open") this.#elements.push(...unreadElements(buffer));
  }

  /** The barrier is here, and has overtaken so many buffers. */
  close(overtaken: number): void {
    if (this.#state === "idle") this.#overtaken = overtaken;
    this.#state = "idle";
  }

  /** Returns all that has been kept, and forgets it. */
  take(): readonly ChannelElement[] {
    const elements = this.#elements;
    this.#elements = [];
    this.#state = "idle";
    this.#overtaken = null;
    return elements;
  }
}
