/** Which answers are not good enough (Flink's `AsyncRetryPredicate`). What is undefined accepts every answer. */
export interface AsyncRetryPredicate<Out> {
  readonly resultPredicate: ((results: readonly Out[]) => boolean) | undefined;
  readonly exceptionPredicate: ((error: Error) => boolean) | undefined;
}

/** When and how often an asynchronous call is tried again (Flink's `AsyncRetryStrategy`). */
export interface AsyncRetryStrategy<Out> {
  /** Whether there may be one more call after `currentAttempts` of them. */
  readonly canRetry: (currentAttempts: number) => boolean;
  /** Returns how long to wait after the answer to call number `currentAttempts` (from 1), in ms. */
  readonly getBackoffTimeMillis: (currentAttempts: number) => number;
  readonly getRetryPredicate: () => AsyncRetryPredicate<Out>;
}

/** Accepts every answer: with it nothing is tried again. */
export const ACCEPT_ALL: AsyncRetryPredicate<unknown> = {
  resultPredicate: undefined,
  exceptionPredicate: undefined,
};
