/** A clock that stands still while it is paused (Flink's class of the same name). Times are ms. */
export class PausableRelativeClock {
  readonly #base: () => number;
  #pausedAt: number | null = null;
  #paused = 0;

  constructor(base: () => number) {
    this.#base = base;
  }

  relativeTimeMillis(): number {
    return (this.#pausedAt ?? this.#base()) - this.#paused;
  }

  pause(): void {
    this.#pausedAt ??= this.#base();
  }

  unPause(): void {
    if (this.#pausedAt === null) return;
    this.#paused += this.#base() - this.#pausedAt;
    this.#pausedAt = null;
  }
}
