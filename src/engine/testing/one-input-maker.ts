import type { Key, KeyType } from "../java/hash-code.ts";
import type { KeySelector } from "../operators/functions.ts";
import type { StreamOperatorParameters } from "../operators/stream-operator-parameters.ts";
import type { OneInputStreamOperator } from "../operators/stream-operator.ts";
import { assignToKeyGroup, computeOperatorIndexForKeyGroup } from "../state/key-groups.ts";
import type { DrivenInstance, DrivenOperator } from "./driven-operator.ts";
import { keySelectorOf } from "./functions-from-expressions.ts";
import { OneInputStreamOperatorTestHarness } from "./harness.ts";
import type { Json } from "./json.ts";
import type { TestEnvironmentSettings } from "./test-environment.ts";

/** What the pipeline of any operator may say of its instances. */
export interface ParallelPipeline {
  readonly parallelism?: number;
  readonly maxParallelism?: number;
}

/** What the pipeline of a keyed operator says of its keys. */
export interface KeyedPipeline extends ParallelPipeline {
  /** The field of the key; null gives every element the same key. */
  readonly key?: string | null;
  readonly keyType?: KeyType;
}

type MakeOperator<K extends Key = Key> = (
  parameters: StreamOperatorParameters<Json, K>,
) => OneInputStreamOperator<Json>;

const DEFAULT_MAX_PARALLELISM = 128;

/** Returns an operator with one input and no keys, of which nothing but its output is to be seen. */
export function plainOperator(pipeline: ParallelPipeline, makeOperator: MakeOperator): DrivenOperator {
  return {
    parallelism: pipeline.parallelism ?? 1,
    maxParallelism: pipeline.maxParallelism ?? DEFAULT_MAX_PARALLELISM,
    makeInstance: (settings) => oneInputInstance(makeOperator, settings),
    route: ({ sub }) => [sub ?? 0],
    observe: () => ({}),
  };
}

/** Returns a keyed operator with one input, of which timers and state entries are to be seen. */
export function keyedOperator(
  pipeline: KeyedPipeline,
  makeOperator: (
    parameters: StreamOperatorParameters<Json>,
    keySelector: KeySelector<Json, Key>,
  ) => OneInputStreamOperator<Json>,
): DrivenOperator {
  const keySelector = keySelectorOf(pipeline.key);
  const { maxParallelism = DEFAULT_MAX_PARALLELISM, keyType } = pipeline;
  return {
    parallelism: pipeline.parallelism ?? 1,
    maxParallelism,
    makeInstance: (settings) =>
      oneInputInstance((parameters) => makeOperator(parameters, keySelector), { ...settings, keyType }),
    route: ({ value }, parallelism) => [
      computeOperatorIndexForKeyGroup(
        maxParallelism,
        parallelism,
        assignToKeyGroup(keySelector(value), maxParallelism, keyType),
      ),
    ],
    observe: observeKeyed,
  };
}

/** Returns the timers and the entries of state of an instance. */
export function observeKeyed({ environment }: DrivenInstance): { et: number; pt: number; state: number } {
  return {
    et: environment.timeServiceManager.numEventTimeTimers(),
    pt: environment.timeServiceManager.numProcessingTimeTimers(),
    state: environment.keyedStateBackend.numKeyValueStateEntries(),
  };
}

function oneInputInstance(makeOperator: MakeOperator, settings: TestEnvironmentSettings): DrivenInstance {
  const harness = new OneInputStreamOperatorTestHarness<Json>(makeOperator, settings);
  return {
    environment: harness.environment,
    element: ({ value, timestamp }) => harness.processElement(value, timestamp),
    watermark: (timestamp) => harness.processWatermark(timestamp),
    status: (status) => harness.processWatermarkStatus(status),
    snapshot: () => harness.snapshot(),
  };
}
