import type { Key, KeyType } from "../java/hash-code.ts";
import type { KeySelectors } from "../operators/co/key-selectors.ts";
import type { StreamOperatorParameters } from "../operators/stream-operator-parameters.ts";
import type { TwoInputStreamOperator } from "../operators/stream-operator.ts";
import type { DrivenInstance, DrivenOperator } from "./driven-operator.ts";
import { keySelectorOf } from "./functions-from-expressions.ts";
import type { Json } from "./json.ts";
import { keyedRouting, plainRouting, type Routing } from "./key-routing.ts";
import { observeKeyed, type ParallelPipeline } from "./one-input-maker.ts";
import type { TestEnvironmentSettings } from "./test-environment.ts";
import { KeyedTwoInputStreamOperatorTestHarness } from "./two-input-harness.ts";

/** What the pipeline of an operator with two keyed inputs says of its keys. */
export interface TwoKeysPipeline extends ParallelPipeline {
  /** The field of the key in the elements of the first input. */
  readonly key1?: string;
  /** The field of the key in the elements of the second input. */
  readonly key2?: string;
  readonly keyType?: KeyType;
}

/** Makes an operator with two inputs. */
export type MakeTwoInputOperator = (
  parameters: StreamOperatorParameters<Json>,
) => TwoInputStreamOperator<Json, Json>;

/** Returns an operator with two inputs and no keys, of which nothing but its output is to be seen. */
export function twoInputOperator(
  pipeline: ParallelPipeline,
  makeOperator: MakeTwoInputOperator,
): DrivenOperator {
  return {
    ...plainRouting(pipeline),
    makeInstance: (settings) => twoInputInstance(makeOperator, settings),
    observe: () => ({}),
  };
}

/** Returns an operator with two keyed inputs, of which timers and state entries are to be seen. */
export function keyedTwoInputOperator(
  pipeline: TwoKeysPipeline,
  makeOperator: (
    parameters: StreamOperatorParameters<Json>,
    keySelectors: KeySelectors<Key, Json, Json>,
  ) => TwoInputStreamOperator<Json, Json>,
): DrivenOperator {
  const keySelectors = keySelectorsOf(pipeline);
  const { keyType } = pipeline;
  return {
    ...twoKeysRouting(pipeline),
    makeInstance: (settings) =>
      twoInputInstance((parameters) => makeOperator(parameters, keySelectors), { ...settings, keyType }),
    observe: observeKeyed,
  };
}

/** Returns the selectors of the keys of both inputs. */
export function keySelectorsOf({ key1, key2 }: TwoKeysPipeline): KeySelectors<Key, Json, Json> {
  return { first: keySelectorOf(key1), second: keySelectorOf(key2) };
}

/** Returns the routing of the elements of both inputs by their keys. */
export function twoKeysRouting(pipeline: TwoKeysPipeline): Routing {
  const { first, second } = keySelectorsOf(pipeline);
  return keyedRouting(pipeline, ({ value, input }) => (input === 1 ? first(value) : second(value)));
}

/** Returns a running instance of an operator with two inputs. */
export function twoInputInstance(
  makeOperator: MakeTwoInputOperator,
  settings: TestEnvironmentSettings,
): DrivenInstance {
  const harness = new KeyedTwoInputStreamOperatorTestHarness<Json, Json>(makeOperator, settings);
  return {
    environment: harness.environment,
    element: ({ value, timestamp, input }) =>
      input === 1 ? harness.processElement1(value, timestamp) : harness.processElement2(value, timestamp),
    watermark: (timestamp, input) =>
      input === 1 ? harness.processWatermark1(timestamp) : harness.processWatermark2(timestamp),
    status: (status, input) =>
      input === 1 ? harness.processWatermarkStatus1(status) : harness.processWatermarkStatus2(status),
    snapshot: () => harness.snapshot(),
  };
}
