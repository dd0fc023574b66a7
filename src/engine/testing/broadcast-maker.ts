import type { KeyType } from "../java/hash-code.ts";
import { CoBroadcastWithKeyedOperator } from "../operators/broadcast/co-broadcast-with-keyed-operator.ts";
import { CoBroadcastWithNonKeyedOperator } from "../operators/broadcast/co-broadcast-with-non-keyed-operator.ts";
import { KeyedBroadcastOperatorTestHarness } from "./broadcast-harness.ts";
import type { DrivenInstance, DrivenOperator } from "./driven-operator.ts";
import { keySelectorOf } from "./functions-from-expressions.ts";
import type { Json, JsonObject } from "./json.ts";
import { keyedRouting } from "./key-routing.ts";
import { observeKeyed, type ParallelPipeline } from "./one-input-maker.ts";
import { specOf } from "./scenario.ts";
import {
  ScriptedBroadcastFunction,
  ScriptedKeyedBroadcastFunction,
  type BroadcastFunctionSpec,
} from "./scripted-broadcast-function.ts";
import type { TestEnvironmentSettings } from "./test-environment.ts";
import { twoInputOperator, type MakeTwoInputOperator } from "./two-input-maker.ts";

interface BroadcastPipeline extends ParallelPipeline, BroadcastFunctionSpec {
  /** The field of the key; without it the stream has no keys. */
  readonly key?: string | null;
  readonly keyType?: KeyType;
  readonly broadcastState?: readonly string[];
}

/** Makes the operator of `stream.connect(rules.broadcast()).process()`, keyed if the pipeline names a key. */
export function makeBroadcastProcess(pipeline: JsonObject): DrivenOperator {
  const spec = specOf<BroadcastPipeline>(pipeline);
  const operator = spec.key === undefined || spec.key === null ? plainBroadcast(spec) : keyedBroadcast(spec);
  return {
    ...operator,
    route: (element, parallelism) =>
      element.input === 1
        ? operator.route(element, parallelism)
        : Array.from({ length: parallelism }, (_, index) => index),
  };
}

function plainBroadcast(spec: BroadcastPipeline): DrivenOperator {
  return twoInputOperator(
    spec,
    (parameters) =>
      new CoBroadcastWithNonKeyedOperator(
        parameters,
        new ScriptedBroadcastFunction(spec, parameters.runtimeContext),
        descriptorsOf(spec),
      ),
  );
}

/** Flink's harness of these operators does not count state, so none is to be seen. */
function keyedBroadcast(spec: BroadcastPipeline): DrivenOperator {
  const keySelector = keySelectorOf(spec.key);
  const { keyType } = spec;
  const makeOperator: MakeTwoInputOperator = (parameters) =>
    new CoBroadcastWithKeyedOperator(
      parameters,
      keySelector,
      new ScriptedKeyedBroadcastFunction(spec, parameters.runtimeContext),
      descriptorsOf(spec),
    );
  return {
    ...keyedRouting(spec, ({ value }) => keySelector(value)),
    makeInstance: (settings) => keyedBroadcastInstance(makeOperator, { ...settings, keyType }),
    observe: (instance) => ({ ...observeKeyed(instance), state: 0 }),
  };
}

function keyedBroadcastInstance(
  makeOperator: MakeTwoInputOperator,
  settings: TestEnvironmentSettings,
): DrivenInstance {
  const harness = new KeyedBroadcastOperatorTestHarness<Json, Json>(makeOperator, settings);
  return {
    environment: harness.environment,
    element: ({ value, timestamp, input }) =>
      input === 1
        ? harness.processElement(value, timestamp)
        : harness.processBroadcastElement(value, timestamp),
    watermark: (timestamp, input) =>
      input === 1 ? harness.processWatermark(timestamp) : harness.processBroadcastWatermark(timestamp),
    status: (status, input) =>
      input === 1 ? harness.processWatermarkStatus(status) : harness.processBroadcastWatermarkStatus(status),
    snapshot: () => harness.snapshot(),
  };
}

function descriptorsOf({ broadcastState = [] }: BroadcastPipeline): readonly { readonly name: string }[] {
  return broadcastState.map((name) => ({ name }));
}
