/** Measures how long the first barrier of a checkpoint waits for the last one, in ms of the task's clock. */
export class AlignmentTimes {
  #begin: number | null = null;
  #last = 0;
  #longest = 0;

  /** How long the last alignment took; 0 if the last checkpoint had none. */
  get last(): number {
    return this.#last;
  }

  get longest(): number {
    return this.#longest;
  }

  /** The first barrier is here. */
  begin(now: number): void {
    this.#begin = now;
  }

  /** A checkpoint begins without barriers. */
  skip(): void {
    this.#begin = null;
    this.#last = 0;
  }

  /** The snapshot is taken. */
  end(now: number): void {
    if (this.#begin === null) return;
    this.#last = now - this.#begin;
    this.#longest = Math.max(this.#longest, this.#last);
    this.#begin = null;
  }
}
