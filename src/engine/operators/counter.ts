/** A metric that only counts up (Flink's `Counter`). */
export class Counter {
  #count = 0;

  inc(): void {
    this.#count++;
  }

  getCount(): number {
    return this.#count;
  }
}
