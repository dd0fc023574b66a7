import { type Buffer, type ChannelElement, unreadElements } from "./buffer.ts";

/**
 * What of one input channel belongs to an unaligned checkpoint: all that lies in front of its barrier when the task
 * takes its snapshot, and all that comes before the barrier does. Barriers of older checkpoints, given up meanwhile, may
 * still be on their way.
 */
export class InFlightElements {
  #elements: ChannelElement[] = [];
  /** The checkpoint for which elements are kept until its barrier comes. */
  #openFor: number | null = null;
  /** The newest barrier that came before the task took its snapshot, and how many buffers it has overtaken. */
  #early: { readonly checkpointId: number; readonly overtaken: number } | null = null;

  /** Whether the barrier of a checkpoint is still to come. */
  isOpenFor(checkpointId: number): boolean {
    return this.#openFor === checkpointId;
  }

  /** The task takes its snapshot, with this in front of it. */
  open(checkpointId: number, queue: readonly Buffer[]): void {
    const isHere = this.#early?.checkpointId === checkpointId;
    const overtaken = isHere ? this.#early?.overtaken : queue.length;
    this.#elements = queue.slice(0, overtaken).flatMap(unreadElements);
    this.#openFor = isHere ? null : checkpointId;
  }

  /** Something comes in. */
  add(buffer: Buffer): void {
    if (this.#openFor !== null) this.#elements.push(...unreadElements(buffer));
  }

  /** The barrier of a checkpoint is here, and has overtaken so many buffers. */
  close(checkpointId: number, overtaken: number): void {
    if (this.#openFor === checkpointId) this.#openFor = null;
    else if (checkpointId > (this.#early?.checkpointId ?? -1)) this.#early = { checkpointId, overtaken };
  }

  /** Returns all that has been kept, and forgets it. */
  take(): readonly ChannelElement[] {
    const elements = this.#elements;
    this.#elements = [];
    this.#openFor = null;
    return elements;
  }
}
