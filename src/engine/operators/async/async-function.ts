import type { RuntimeContext } from "../runtime-context.ts";
import { TimeoutException } from "./async-exceptions.ts";
import type { ResultFuture } from "./result-future.ts";

/**
 * A user function whose results come later (Flink's `AsyncFunction`). It may be called again for an element that was
 * in flight when a job failed, so a call must bear to be repeated.
 */
export interface AsyncFunction<In, Out> {
  readonly open?: (context: RuntimeContext) => void;
  /** Begins a call and returns at once; the answer goes to `resultFuture`. */
  readonly asyncInvoke: (input: In, resultFuture: ResultFuture<Out>) => void;
  /** Called when no answer came in time. Without it the call fails with a TimeoutException. */
  readonly timeout?: (input: In, resultFuture: ResultFuture<Out>) => void;
  readonly close?: () => void;
}

/** Tells a function that its answer is overdue, as it wants to be told. */
export function timeOut<In, Out>(
  asyncFunction: AsyncFunction<In, Out>,
  input: In,
  resultFuture: ResultFuture<Out>,
): void {
  if (asyncFunction.timeout !== undefined) asyncFunction.timeout(input, resultFuture);
  else resultFuture.completeExceptionally(new TimeoutException("Async function call has timed out."));
}
