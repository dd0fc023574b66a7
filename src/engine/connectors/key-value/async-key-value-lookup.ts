import type { AsyncFunction } from "../../operators/async/async-function.ts";
import type { ResultFuture } from "../../operators/async/result-future.ts";
import type { KeyValueService } from "../../world/key-value/key-value-service.ts";

/** What a lookup needs to know. */
export interface AsyncKeyValueLookupOptions<In, V, Out> {
  readonly service: KeyValueService<V>;
  readonly keyOf: (element: In) => string;
  /** Joins an element with what the service has for its key, `null` if that is nothing; `null` drops the element. */
  readonly join: (element: In, value: V | null) => Out | null;
  /** What becomes of an element that gets no answer in time; without it the job fails. */
  readonly onTimeout?: (element: In) => Out | null;
}

/** Asks a key-value service for each element, and waits for many answers at one time (an `AsyncFunction`). */
export class AsyncKeyValueLookup<In, V, Out> implements AsyncFunction<In, Out> {
  readonly options: AsyncKeyValueLookupOptions<In, V, Out>;
  readonly timeout?: (element: In, resultFuture: ResultFuture<Out>) => void;

  constructor(options: AsyncKeyValueLookupOptions<In, V, Out>) {
    this.options = options;
    const { onTimeout } = options;
    if (onTimeout === undefined) return;
    this.timeout = (element, resultFuture) => resultFuture.complete(listOf(onTimeout(element)));
  }

  asyncInvoke(element: In, resultFuture: ResultFuture<Out>): void {
    const { service, keyOf, join } = this.options;
    service.requestValue(keyOf(element), (answer) => {
      if (answer.type === "failure") resultFuture.completeExceptionally(answer.error);
      else resultFuture.complete(listOf(join(element, answer.value)));
    });
  }
}

function listOf<Out>(result: Out | null): readonly Out[] {
  return result === null ? [] : [result];
}
