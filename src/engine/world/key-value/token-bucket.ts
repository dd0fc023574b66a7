const SECOND = 1000;

/** Lets so many requests a second through, and a burst of as many at once: how most services limit their clients. */
export class TokenBucket {
  readonly #perSecond: number;
  #tokens: number;
  #filledAt = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#tokens = perSecond;
  }

  /** Whether a request at `now` (ms) may pass; it uses a token if so. */
  tryTake(now: number): boolean {
    const refilled = this.#tokens + ((now - this.#filledAt) * this.#perSecond) / SECOND;
    this.#tokens = Math.min(this.#perSecond, refilled);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
