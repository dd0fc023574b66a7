import type { ScheduledTimer } from "../../time/processing-time-service.ts";
import type { Answer, DelayedRetries, RetriedCall } from "./delayed-retries.ts";
import type { ResultFuture } from "./result-future.ts";
import type { ResultHandler } from "./result-handler.ts";

/**
 * Takes the answers to an element that may be asked for again (Flink's
 * `AsyncWaitOperator.RetryableResultHandlerDelegator`). While it waits for the next call, and when its answer stands,
 * it ignores what comes.
 */
export class RetryableResultHandler<In, Out> implements ResultFuture<Out>, RetriedCall {
  readonly #input: In;
  readonly #resultHandler: ResultHandler<In, Out>;
  readonly #retries: DelayedRetries<In, Out>;
  readonly #startedAt: number;
  #currentAttempts = 1;
  #isRetryAwaited = false;
  #retryTimer: ScheduledTimer | undefined;

  constructor(input: In, resultHandler: ResultHandler<In, Out>, retries: DelayedRetries<In, Out>) {
    this.#input = input;
    this.#resultHandler = resultHandler;
    this.#retries = retries;
    this.#startedAt = retries.now();
  }

  complete(results: readonly Out[]): void {
    this.#answer({ type: "results", results });
  }

  completeExceptionally(error: Error): void {
    this.#answer({ type: "error", error });
  }

  /** Calls the next call off, so that it takes the answer to the timeout. */
  stopWaiting(): void {
    this.#retryTimer?.cancel();
    this.#isRetryAwaited = false;
  }

  retry(): void {
    this.#isRetryAwaited = false;
    this.#callAgain();
  }

  retryNow(): void {
    this.#retryTimer?.cancel();
    this.#callAgain();
  }

  #callAgain(): void {
    this.#currentAttempts++;
    this.#retries.invoke(this.#input, this);
  }

  #answer(answer: Answer<Out>): void {
    if (this.#retries.isDisabled) {
      this.#retryTimer?.cancel();
      this.#handOver(answer);
    } else {
      this.#retries.execute(() => this.#retryOrAccept(answer));
    }
  }

  #retryOrAccept(answer: Answer<Out>): void {
    if (this.#isRetryAwaited) return;
    this.#isRetryAwaited = true;
    if (!this.#retries.isDisabled && this.#retries.mayRetry(answer, this.#currentAttempts, this.#startedAt)) {
      this.#retryTimer = this.#retries.schedule(this, this.#currentAttempts);
    } else {
      this.#retries.settled(this);
      this.#handOver(answer);
    }
  }

  #handOver(answer: Answer<Out>): void {
    if (answer.type === "results") this.#resultHandler.complete(answer.results);
    else this.#resultHandler.completeExceptionally(answer.error);
  }
}
