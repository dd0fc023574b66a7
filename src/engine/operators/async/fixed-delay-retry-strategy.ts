import { IllegalArgumentException } from "../../java/exceptions.ts";
import { ACCEPT_ALL, type AsyncRetryPredicate, type AsyncRetryStrategy } from "./async-retry-strategy.ts";

/** Builds a strategy that waits equally long before each retry (`AsyncRetryStrategies` in Flink). */
export class FixedDelayRetryStrategyBuilder<Out> {
  readonly #maxAttempts: number;
  readonly #backoffTimeMillis: number;
  #predicate: AsyncRetryPredicate<Out> = ACCEPT_ALL;

  /** `maxAttempts` counts the retries, not the first call. Throws an IllegalArgumentException unless both are positive. */
  constructor(maxAttempts: number, backoffTimeMillis: number) {
    if (maxAttempts <= 0) throw new IllegalArgumentException("maxAttempts should be greater than zero.");
    if (backoffTimeMillis <= 0) {
      throw new IllegalArgumentException("backoffTimeMillis should be greater than zero.");
    }
    this.#maxAttempts = maxAttempts;
    this.#backoffTimeMillis = backoffTimeMillis;
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
    const maxAttempts = this.#maxAttempts;
    const backoffTimeMillis = this.#backoffTimeMillis;
    const predicate = this.#predicate;
    return {
      canRetry: (currentAttempts) => currentAttempts <= maxAttempts,
      getBackoffTimeMillis: () => backoffTimeMillis,
      getRetryPredicate: () => predicate,
    };
  }
}
