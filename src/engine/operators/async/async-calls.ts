import { IllegalArgumentException } from "../../java/exceptions.ts";
import type { AsyncCallEnvironment } from "./async-call-environment.ts";
import { timeOut } from "./async-function.ts";
import type { AsyncRetryStrategy } from "./async-retry-strategy.ts";
import { DelayedRetries } from "./delayed-retries.ts";
import { ResultHandler } from "./result-handler.ts";
import { RetryableResultHandler } from "./retryable-result-handler.ts";

/** The calls that an asynchronous operator makes, one or with retries several for an element. */
export class AsyncCalls<In, Out> {
  readonly #environment: AsyncCallEnvironment<In, Out>;
  readonly #retries: DelayedRetries<In, Out> | undefined;

  /** Throws an IllegalArgumentException for retries without a timeout. */
  constructor(
    environment: AsyncCallEnvironment<In, Out>,
    retryStrategy: AsyncRetryStrategy<Out> | undefined,
  ) {
    this.#environment = environment;
    if (retryStrategy === undefined) return;
    if (environment.timeout <= 0) {
      throw new IllegalArgumentException("Timeout should be configured when do async with retry.");
    }
    this.#retries = new DelayedRetries(environment, retryStrategy);
  }

  /** Calls the function for an element; `onResults` gets what stands in the end, in a mail. */
  begin(input: In, onResults: (results: readonly Out[]) => void): void {
    const resultHandler = new ResultHandler<In, Out>(input, this.#environment.mailboxExecutor, onResults);
    if (this.#retries === undefined) this.#callOnce(input, resultHandler);
    else this.#callWithRetries(input, resultHandler, this.#retries);
  }

  /** Lets the answers to come stand, whatever they are, and waits for no delay any more. */
  finish(): void {
    this.#retries?.finish();
  }

  #callOnce(input: In, resultHandler: ResultHandler<In, Out>): void {
    const { asyncFunction, timeout } = this.#environment;
    if (timeout > 0) {
      this.#registerTimeout(resultHandler, () => timeOut(asyncFunction, input, resultHandler));
    }
    asyncFunction.asyncInvoke(input, resultHandler);
  }

  #callWithRetries(input: In, resultHandler: ResultHandler<In, Out>, retries: DelayedRetries<In, Out>): void {
    const { asyncFunction } = this.#environment;
    const retryable = new RetryableResultHandler(input, resultHandler, retries);
    this.#registerTimeout(resultHandler, () => {
      retryable.stopWaiting();
      timeOut(asyncFunction, input, retryable);
    });
    asyncFunction.asyncInvoke(input, retryable);
  }

  #registerTimeout(resultHandler: ResultHandler<In, Out>, onTimeout: () => void): void {
    const { processingTimeService, timeout } = this.#environment;
    const time = processingTimeService.getCurrentProcessingTime() + timeout;
    const timer = processingTimeService.registerTimer(time, () => {
      if (!resultHandler.isCompleted) onTimeout();
    });
    resultHandler.setTimeoutTimer(timer);
  }
}
