import type { ScheduledTimer } from "../../time/processing-time-service.ts";
import type { AsyncCallEnvironment } from "./async-call-environment.ts";
import type { AsyncRetryPredicate, AsyncRetryStrategy } from "./async-retry-strategy.ts";
import type { ResultFuture } from "./result-future.ts";

/** What a call gave: results, or an error. */
export type Answer<Out> =
  | { readonly type: "results"; readonly results: readonly Out[] }
  | { readonly type: "error"; readonly error: Error };

/** An element that is asked for again. */
export interface RetriedCall {
  /** The delay is over. */
  readonly retry: () => void;
  /** The input has ended: no delay is waited for any more. */
  readonly retryNow: () => void;
}

/** The retries of all elements that an asynchronous operator has in flight. */
export class DelayedRetries<In, Out> {
  readonly #environment: AsyncCallEnvironment<In, Out>;
  readonly #strategy: AsyncRetryStrategy<Out>;
  readonly #predicate: AsyncRetryPredicate<Out>;
  readonly #inFlight = new Set<RetriedCall>();
  #isDisabled = false;

  constructor(environment: AsyncCallEnvironment<In, Out>, strategy: AsyncRetryStrategy<Out>) {
    this.#environment = environment;
    this.#strategy = strategy;
    this.#predicate = strategy.getRetryPredicate();
  }

  /** Whether the input has ended, after which the next answer stands, whatever it is. */
  get isDisabled(): boolean {
    return this.#isDisabled;
  }

  /** Returns the processing time in ms. */
  now(): number {
    return this.#environment.processingTimeService.getCurrentProcessingTime();
  }

  /** Has something done in a mail. */
  execute(mail: () => void): void {
    this.#environment.mailboxExecutor.execute(mail);
  }

  /** Begins a call. */
  invoke(input: In, resultFuture: ResultFuture<Out>): void {
    this.#environment.asyncFunction.asyncInvoke(input, resultFuture);
  }

  /** Whether the answer to call number `attempt` of an element that came at `startedAt` ms is tried again. */
  mayRetry(answer: Answer<Out>, attempt: number, startedAt: number): boolean {
    const isTimeout = this.now() - startedAt > this.#environment.timeout;
    return !isTimeout && this.#refuses(answer) && this.#strategy.canRetry(attempt);
  }

  /** Has an element asked for again after the delay that follows call number `attempt`. */
  schedule(call: RetriedCall, attempt: number): ScheduledTimer {
    const delay = this.#strategy.getBackoffTimeMillis(attempt);
    this.#inFlight.add(call);
    return this.#environment.processingTimeService.registerTimer(this.now() + delay, () => call.retry());
  }

  /** Takes note that the answer of an element stands. */
  settled(call: RetriedCall): void {
    this.#inFlight.delete(call);
  }

  /** Calls at once for every element that has been tried again, or waits for it, and lets the next answers stand. */
  finish(): void {
    this.#isDisabled = true;
    for (const call of this.#inFlight) call.retryNow();
    this.#inFlight.clear();
  }

  #refuses(answer: Answer<Out>): boolean {
    const { resultPredicate, exceptionPredicate } = this.#predicate;
    return answer.type === "results"
      ? resultPredicate?.(answer.results) === true
      : exceptionPredicate?.(answer.error) === true;
  }
}
