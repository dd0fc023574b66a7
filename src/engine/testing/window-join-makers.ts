import type { Key } from "../java/hash-code.ts";
import { joinCoGroup, type CoGroupFunction } from "../operators/joins/co-group-function.ts";
import { coGroupedWindows } from "../operators/joins/co-grouped-windows.ts";
import type { TaggedUnion } from "../operators/joins/tagged-union.ts";
import type { StreamOperatorParameters } from "../operators/stream-operator-parameters.ts";
import type { OneInputStreamOperator } from "../operators/stream-operator.ts";
import { GlobalWindows } from "../operators/window/assigners/global-windows.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";
import type { WindowOperatorFactory } from "../operators/window/window-operator-builder.ts";
import type { Window } from "../operators/window/window.ts";
import type { DrivenInstance, DrivenOperator } from "./driven-operator.ts";
import { evaluate, scopeOf } from "./expression.ts";
import { OneInputStreamOperatorTestHarness } from "./harness.ts";
import type { Json, JsonObject } from "./json.ts";
import { observeKeyed } from "./one-input-maker.ts";
import { specOf } from "./scenario.ts";
import type { TestEnvironmentSettings } from "./test-environment.ts";
import { keySelectorsOf, twoKeysRouting, type TwoKeysPipeline } from "./two-input-maker.ts";
import type { WindowPipeline } from "./window-specs.ts";
import { evictorOf, timeAssignerOf, triggerOf } from "./windows-from-specs.ts";

interface WindowJoinPipeline
  extends TwoKeysPipeline, Pick<WindowPipeline, "assigner" | "trigger" | "evictor" | "allowedLateness"> {
  readonly emit: Json;
}

/** Makes the operator of `stream.join(other).where().equalTo().window().apply()`. */
export function makeWindowJoin(pipeline: JsonObject): DrivenOperator {
  const spec = specOf<WindowJoinPipeline>(pipeline);
  return windowJoin(
    spec,
    joinCoGroup((left, right) => evaluate(spec.emit, scopeOf({ left, right }))),
  );
}

/** Makes the operator of `stream.coGroup(other).where().equalTo().window().apply()`. */
export function makeCoGroup(pipeline: JsonObject): DrivenOperator {
  const spec = specOf<WindowJoinPipeline>(pipeline);
  return windowJoin(spec, {
    coGroup: (left, right, out) => out.collect(evaluate(spec.emit, scopeOf({ left, right }))),
  });
}

function windowJoin(
  spec: WindowJoinPipeline,
  coGroupFunction: CoGroupFunction<Json, Json, Json>,
): DrivenOperator {
  const { assigner, keyType } = spec;
  const makeOperator =
    assigner.type === "global"
      ? operatorOf(spec, new GlobalWindows(), coGroupFunction)
      : operatorOf(spec, timeAssignerOf(assigner), coGroupFunction);
  return {
    ...twoKeysRouting(spec),
    makeInstance: (settings) => unionInstance(makeOperator, { ...settings, keyType }),
    observe: (instance) => ({
      ...observeKeyed(instance),
      late: instance.environment.numLateRecordsDropped.getCount(),
    }),
  };
}

function operatorOf<W extends Window>(
  spec: WindowJoinPipeline,
  assigner: WindowAssigner<Json, W>,
  coGroupFunction: CoGroupFunction<Json, Json, Json>,
): WindowOperatorFactory<Key, TaggedUnion<Json, Json>, Json, W> {
  const { first: where, second: equalTo } = keySelectorsOf(spec);
  const settings = {
    where,
    equalTo,
    assigner,
    trigger: spec.trigger === undefined ? undefined : triggerOf(spec.trigger),
    evictor: spec.evictor === undefined ? undefined : evictorOf<TaggedUnion<Json, Json>>(spec.evictor),
    allowedLateness: spec.allowedLateness,
  };
  return coGroupedWindows<Key, Json, Json, Json, W>(settings, coGroupFunction);
}

/** Both streams of a window join come to it as one. */
function unionInstance(
  makeOperator: (
    parameters: StreamOperatorParameters<Json>,
  ) => OneInputStreamOperator<TaggedUnion<Json, Json>>,
  settings: TestEnvironmentSettings,
): DrivenInstance {
  const harness = new OneInputStreamOperatorTestHarness<TaggedUnion<Json, Json>>(makeOperator, settings);
  return {
    environment: harness.environment,
    element: ({ value, timestamp, input }) =>
      harness.processElement({ input: input === 1 ? "one" : "two", value }, timestamp),
    watermark: (timestamp) => harness.processWatermark(timestamp),
    status: (status) => harness.processWatermarkStatus(status),
    snapshot: () => harness.snapshot(),
  };
}
