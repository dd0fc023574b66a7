import type { AsyncFunction } from "../operators/async/async-function.ts";
import type { AsyncRetryStrategy } from "../operators/async/async-retry-strategy.ts";
import { AsyncWaitOperator, type AsyncWaitOptions } from "../operators/async/async-wait-operator.ts";
import { ExponentialBackoffDelayRetryStrategyBuilder } from "../operators/async/exponential-backoff-delay-retry-strategy.ts";
import { FixedDelayRetryStrategyBuilder } from "../operators/async/fixed-delay-retry-strategy.ts";
import { TaskMailbox } from "../operators/async/mailbox-executor.ts";
import { partOf, textOf } from "./collections.ts";
import type { DrivenInstance, DrivenOperator } from "./driven-operator.ts";
import { evaluate, scopeOf } from "./expression.ts";
import { OneInputStreamOperatorTestHarness } from "./harness.ts";
import type { Json, JsonObject } from "./json.ts";
import { plainRouting } from "./key-routing.ts";
import type { ParallelPipeline } from "./one-input-maker.ts";
import { specOf, type Step } from "./scenario.ts";
import { ScriptedService } from "./scripted-service.ts";
import type { TestEnvironmentSettings } from "./test-environment.ts";

type RetrySpec = {
  /** The number of retries. */
  readonly attempts: number;
  readonly ifEmpty?: boolean;
  readonly ifException?: boolean;
} & (
  | { readonly type: "fixed"; readonly delay: number }
  | {
      readonly type: "exponential";
      readonly initial: number;
      readonly max: number;
      readonly multiplier: number;
    }
);

interface AsyncPipeline extends ParallelPipeline {
  readonly mode: "ordered" | "unordered";
  /** Milliseconds. */
  readonly timeout?: number;
  readonly capacity?: number;
  /** The result that stands in for one that came too late. */
  readonly onTimeout?: Json;
  readonly retry?: RetrySpec;
}

/** Flink's `AsyncDataStream.DEFAULT_QUEUE_CAPACITY`. */
const DEFAULT_QUEUE_CAPACITY = 100;

/** Makes the operator of `AsyncDataStream.orderedWait()` and its kin; with retries the calls are to be seen. */
export function makeAsync(pipeline: JsonObject): DrivenOperator {
  const spec = specOf<AsyncPipeline>(pipeline);
  const service = new ScriptedService();
  return {
    ...plainRouting(spec),
    makeInstance: (settings) => asyncInstance(spec, service, settings),
    observe: () => (spec.retry === undefined ? {} : { calls: service.calls }),
  };
}

function asyncInstance(
  spec: AsyncPipeline,
  service: ScriptedService,
  settings: TestEnvironmentSettings,
): DrivenInstance {
  const mailbox = new TaskMailbox();
  const asyncFunction = asyncFunctionOf(spec, service);
  const harness = new OneInputStreamOperatorTestHarness<Json>(
    (parameters) => new AsyncWaitOperator(parameters, asyncFunction, optionsOf(spec), mailbox),
    settings,
  );
  return {
    environment: harness.environment,
    element: ({ value, timestamp }) => harness.processElement(value, timestamp),
    watermark: (timestamp) => harness.processWatermark(timestamp),
    status: (status) => harness.processWatermarkStatus(status),
    snapshot: () => harness.snapshot(),
    special: (step) => answer(step, service),
    settle: () => mailbox.runMails(),
  };
}

function asyncFunctionOf({ onTimeout }: AsyncPipeline, service: ScriptedService): AsyncFunction<Json, Json> {
  const asyncFunction: AsyncFunction<Json, Json> = {
    asyncInvoke: (el, resultFuture) => service.call(textOf(partOf(el, "id")), resultFuture),
  };
  if (onTimeout === undefined) return asyncFunction;
  return {
    ...asyncFunction,
    timeout: (el, resultFuture) => resultFuture.complete([evaluate(onTimeout, scopeOf({ el }))]),
  };
}

function optionsOf({ mode, timeout, capacity, retry }: AsyncPipeline): AsyncWaitOptions<Json> {
  return {
    outputMode: mode,
    timeout: timeout ?? 0,
    capacity: capacity ?? DEFAULT_QUEUE_CAPACITY,
    ...(retry === undefined ? {} : { retryStrategy: retryStrategyOf(retry) }),
  };
}

function retryStrategyOf(spec: RetrySpec): AsyncRetryStrategy<Json> {
  const builder = retryStrategyBuilderOf(spec);
  if (spec.ifEmpty === true) builder.ifResult((results) => results.length === 0);
  if (spec.ifException === true) builder.ifException(() => true);
  return builder.build();
}

function retryStrategyBuilderOf(spec: RetrySpec) {
  return spec.type === "fixed"
    ? new FixedDelayRetryStrategyBuilder<Json>(spec.attempts, spec.delay)
    : new ExponentialBackoffDelayRetryStrategyBuilder<Json>(
        spec.attempts,
        spec.initial,
        spec.max,
        spec.multiplier,
      );
}

function answer({ complete, result = [], error }: Step, service: ScriptedService): void {
  if (complete === undefined) return;
  if (error === true) service.fail(complete);
  else service.complete(complete, result);
}
