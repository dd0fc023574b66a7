import { ACCEPT_ALL, type AsyncRetryPredicate, type AsyncRetryStrategy } from "./async-retry-strategy.ts";

/**
 * Waits longer from retry to retry. As in Flink the last delay is the strategy's and not the element's: elements that
 * are retried at the same time move each other's delays on.
 */
class ExponentialBackoffDelayRetryStrategy<Out> implements AsyncRetryStrategy<Out> {
  readonly #maxAttempts: number;
  readonly #nextDelay: (lastDelay: number | undefined) => number;
  readonly #predicate: AsyncRetryPredicate<Out>;
  #lastRetryDelay: number | undefined;

  constructor(
    maxAttempts: number,
    nextDelay: (lastDelay: number | undefined) => number,
    predicate: AsyncRetryPredicate<Out>,
  ) {
    this.#maxAttempts = maxAttempts;
    this.#nextDelay = nextDelay;
    this.#predicate = predicate;
  }

  canRetry(currentAttempts: number): boolean {
    return currentAttempts <= this.#maxAttempts;
  }

  getBackoffTimeMillis(currentAttempts: number): number {
    const delay = this.#nextDelay(currentAttempts <= 1 ? undefined : this.#lastRetryDelay);
    this.#lastRetryDelay = delay;
    return delay;
  }

  getRetryPredicate(): AsyncRetryPredicate<Out> {
    return this.#predicate;
  }
}

/** Builds a strategy whose delay grows from retry to retry up to a limit (`AsyncRetryStrategies` in Flink). */
export class ExponentialBackoffDelayRetryStrategyBuilder<Out> {
  readonly #maxAttempts: number;
  readonly #nextDelay: (lastDelay: number | undefined) => number;
  #predicate: AsyncRetryPredicate<Out> = ACCEPT_ALL;

  /** `maxAttempts` counts the retries, not the first call; the delays are in ms, the first one is not limited. */
  constructor(maxAttempts: number, initialDelay: number, maxRetryDelay: number, multiplier: number) {
    this.#maxAttempts = maxAttempts;
    this.#nextDelay = (lastDelay) =>
      lastDelay === undefined ? initialDelay : Math.min(Math.trunc(lastDelay * multiplier), maxRetryDelay);
  }

  /** Has calls tried again whose results `resultPredicate` refuses. */
  ifResult(resultPredicate: (results: readonly Out[]) => boolean): this {
    this.#predicate = { ...this.#predicate, resultPredicate };
    return this;
  }

  /** Has calls tried again that failed with an error that `exceptionPredicate` names. */
  ifException(exceptionPredicate: (error: Error) => boolean): this {
    this.#predicate = { ...this.#predicate, exceptionPredicate };
    return this;
  }

  build(): AsyncRetryStrategy<Out> {
    return new ExponentialBackoffDelayRetryStrategy(this.#maxAttempts, this.#nextDelay, this.#predicate);
  }
}
