import type { Key } from "../java/hash-code.ts";
import { OutputTag } from "../operators/output-tag.ts";
import { GlobalWindows } from "../operators/window/assigners/global-windows.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";
import { overSingleValue, passThrough } from "../operators/window/window-function.ts";
import {
  WindowOperatorBuilder,
  type WindowOperatorFactory,
} from "../operators/window/window-operator-builder.ts";
import type { Window } from "../operators/window/window.ts";
import type { DrivenOperator } from "./driven-operator.ts";
import { aggregateFunctionOf, keySelectorOf, reduceFunctionOf } from "./functions-from-expressions.ts";
import type { Json, JsonObject } from "./json.ts";
import { keyedOperator, observeKeyed } from "./one-input-maker.ts";
import { specOf } from "./scenario.ts";
import { ScriptedWindowFunction } from "./scripted-window-function.ts";
import type { WindowFunctionSpec, WindowPipeline } from "./window-specs.ts";
import { evictorOf, timeAssignerOf, triggerOf } from "./windows-from-specs.ts";

/** Makes the operator of `stream.keyBy().window()…`; late records that were dropped are to be seen too. */
export function makeWindow(pipeline: JsonObject): DrivenOperator {
  const spec = specOf<WindowPipeline>(pipeline);
  const makeOperator =
    spec.assigner.type === "global"
      ? windowOperatorOf(spec, new GlobalWindows())
      : windowOperatorOf(spec, timeAssignerOf(spec.assigner));
  return {
    ...keyedOperator(spec, makeOperator),
    observe: (instance) => ({
      ...observeKeyed(instance),
      late: instance.environment.numLateRecordsDropped.getCount(),
    }),
  };
}

function windowOperatorOf<W extends Window>(
  spec: WindowPipeline,
  assigner: WindowAssigner<Json, W>,
): WindowOperatorFactory<Key, Json, Json, W> {
  const builder = new WindowOperatorBuilder<Key, Json, W>({
    keySelector: keySelectorOf(spec.key),
    assigner,
    trigger: spec.trigger === undefined ? undefined : triggerOf(spec.trigger),
    evictor: spec.evictor === undefined ? undefined : evictorOf(spec.evictor),
    allowedLateness: spec.allowedLateness,
    lateDataOutputTag: spec.lateTag === undefined ? undefined : new OutputTag(spec.lateTag),
  });
  return withFunction(builder, spec.fn);
}

function withFunction<W extends Window>(
  builder: WindowOperatorBuilder<Key, Json, W>,
  spec: WindowFunctionSpec,
): WindowOperatorFactory<Key, Json, Json, W> {
  const scripted = new ScriptedWindowFunction<W>(spec);
  const overOneValue = spec.actions === undefined ? passThrough<Json, Key, W>() : overSingleValue(scripted);
  if (spec.reduce !== undefined) return builder.reduce(reduceFunctionOf(spec.reduce), overOneValue);
  if (spec.aggregate !== undefined)
    return builder.aggregate(aggregateFunctionOf(spec.aggregate), overOneValue);
  return builder.process(scripted);
}
