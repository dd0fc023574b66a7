/** What an asynchronous call gives its answer to (Flink's `ResultFuture`). The first answer counts, others are ignored. */
export interface ResultFuture<Out> {
  /** Gives the results; an empty list lets the element vanish. */
  readonly complete: (results: readonly Out[]) => void;
  /** Says that the call failed, which fails the job unless the call is retried. */
  readonly completeExceptionally: (error: Error) => void;
}
