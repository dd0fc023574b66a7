import type { AsyncFunction } from "../operators/async/async-function.ts";
import type { AsyncRetryStrategy } from "../operators/async/async-retry-strategy.ts";
import { AsyncWaitOperator, type AsyncWaitOptions } from "../operators/async/async-wait-operator.ts";
import { instancesOf, type Instantiable } from "../runtime/program/instantiable.ts";
import { oneInputFactory } from "../runtime/program/operator-factory.ts";
import type { DataStream } from "./data-stream.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";

/** How many calls may be in flight if nobody says otherwise. */
const DEFAULT_QUEUE_CAPACITY = 100;

/** How calls are made. */
export interface AsyncCallSettings<Out> {
  /** How long an element may take with all its retries, in ms; 0 for no limit. */
  readonly timeout: number;
  /** How many calls may be in flight, 100 by default. */
  readonly capacity?: number;
  /** When a call is tried again; never by default. */
  readonly retryStrategy?: AsyncRetryStrategy<Out>;
}

/** Lets a function ask somebody else for its results, many elements at a time (Flink's class of the same name). */
export const AsyncDataStream = {
  /** Sends results in the order of their elements. */
  orderedWait: <In, Out>(
    input: DataStream<In>,
    asyncFunction: Instantiable<AsyncFunction<In, Out>>,
    settings: AsyncCallSettings<Out>,
  ): SingleOutputStreamOperator<Out> => wait(input, asyncFunction, { ...settings, outputMode: "ordered" }),

  /** Sends results as they come; only watermarks keep their places. */
  unorderedWait: <In, Out>(
    input: DataStream<In>,
    asyncFunction: Instantiable<AsyncFunction<In, Out>>,
    settings: AsyncCallSettings<Out>,
  ): SingleOutputStreamOperator<Out> => wait(input, asyncFunction, { ...settings, outputMode: "unordered" }),
};

function wait<In, Out>(
  input: DataStream<In>,
  asyncFunction: Instantiable<AsyncFunction<In, Out>>,
  settings: AsyncCallSettings<Out> & Pick<AsyncWaitOptions<Out>, "outputMode">,
): SingleOutputStreamOperator<Out> {
  const options: AsyncWaitOptions<Out> = { capacity: DEFAULT_QUEUE_CAPACITY, ...settings };
  const newFunction = instancesOf(asyncFunction);
  const factory = oneInputFactory<In, Out>((parameters) => {
    const userFunction = newFunction();
    const operator = new AsyncWaitOperator(parameters, userFunction, options, parameters.mailboxExecutor);
    return { operator, pendingWork: operator };
  });
  return input.transform("async wait operator", factory);
}
