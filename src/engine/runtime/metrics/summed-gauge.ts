/** A number that each subtask has, their sum, and the highest that both have ever been. */
export class SummedGauge {
  readonly #current = new Map<number, number>();
  readonly #peaks = new Map<number, number>();
  #sum = 0;
  #peak = 0;

  /** The sum over all subtasks now. */
  get sum(): number {
    return this.#sum;
  }

  /** The highest that the sum has ever been. */
  get peak(): number {
    return this.#peak;
  }

  /** Sets the number of one subtask. */
  set(subtask: number, value: number): void {
    const before = this.#current.get(subtask) ?? 0;
    if (value === before) return;
    this.#current.set(subtask, value);
    this.#sum += value - before;
    if (this.#sum > this.#peak) this.#peak = this.#sum;
    if (value > (this.#peaks.get(subtask) ?? 0)) this.#peaks.set(subtask, value);
  }

  /** Returns the number of one subtask now. */
  of(subtask: number): number {
    return this.#current.get(subtask) ?? 0;
  }

  /** Returns the highest that the number of one subtask has ever been. */
  peakOf(subtask: number): number {
    return this.#peaks.get(subtask) ?? 0;
  }
}
