/** The tokens of the last inserts: an insert that carries one of them has been written before. */
export class DeduplicationWindow {
  readonly #size: number;
  readonly #tokens = new Set<string>();

  constructor(size: number) {
    this.#size = size;
  }

  has(token: string): boolean {
    return this.#tokens.has(token);
  }

  /** Remembers an insert, and forgets the oldest if they are too many. */
  add(token: string): void {
    if (this.#size <= 0) return;
    this.#tokens.add(token);
    for (const oldest of this.#tokens) {
      if (this.#tokens.size <= this.#size) return;
      this.#tokens.delete(oldest);
    }
  }
}
