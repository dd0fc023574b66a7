/** How many buffers a result partition may fill (Flink's `LocalBufferPool`, whose buffers all come from one segment). */
export class BufferPool {
  readonly #size: number;
  readonly #overdraft: number;
  readonly #onAvailable: () => void;
  #inUse = 0;
  #peakInUse = 0;

  /** `overdraft` buffers may be taken beyond `size` to finish what has been begun. */
  constructor(size: number, overdraft: number, onAvailable: () => void) {
    this.#size = size;
    this.#overdraft = overdraft;
    this.#onAvailable = onAvailable;
  }

  /** Whether the next record may be begun; if not, its task is back-pressured before it takes one. */
  isAvailable(): boolean {
    return this.#inUse < this.#size;
  }

  /** Whether even the overdraft is used up, so that the task is stuck within its record. */
  isExhausted(): boolean {
    return this.#inUse >= this.#size + this.#overdraft;
  }

  /** Buffers that are filled and not sent yet. */
  get inUse(): number {
    return this.#inUse;
  }

  /** The most buffers that have ever been in use at a time, the overdraft included. */
  get peakInUse(): number {
    return this.#peakInUse;
  }

  get size(): number {
    return this.#size;
  }

  /** Takes a buffer. It is given in any case: a task cannot be stopped within a record. */
  request(): void {
    this.#inUse += 1;
    if (this.#inUse > this.#peakInUse) this.#peakInUse = this.#inUse;
  }

  recycle(): void {
    this.#inUse -= 1;
    if (this.#inUse === this.#size - 1) this.#onAvailable();
  }
}
