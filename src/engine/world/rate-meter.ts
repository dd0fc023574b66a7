/** Counts how often something happens within a time that moves along with the clock. */
export class RateMeter {
  readonly #window: number;
  readonly #times: number[] = [];
  #oldest = 0;
  #peak = 0;

  /** `window` is the length of that time in ms. */
  constructor(window: number) {
    this.#window = window;
  }

  /** The most that ever happened within one window. */
  get peak(): number {
    return this.#peak;
  }

  /** Counts one event at `now` ms, which is not before the last one. */
  record(now: number): void {
    this.#times.push(now);
    this.#peak = Math.max(this.#peak, this.count(now));
  }

  /** Returns how many events lie in the window that ends now. One that is exactly `window` ms old no longer does. */
  count(now: number): number {
    while ((this.#times[this.#oldest] ?? Number.POSITIVE_INFINITY) <= now - this.#window) this.#oldest += 1;
    if (this.#oldest > 1024) this.#forgetOld();
    return this.#times.length - this.#oldest;
  }

  #forgetOld(): void {
    this.#times.splice(0, this.#oldest);
    this.#oldest = 0;
  }
}
