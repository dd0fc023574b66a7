import type { Collector } from "../operators/collector.ts";
import type { ProcessFunction, ProcessFunctionContext } from "../operators/functions.ts";
import { OutputTag } from "../operators/output-tag.ts";
import { ProcessOperator } from "../operators/process-operator.ts";
import { StreamFilter } from "../operators/stream-filter.ts";
import { StreamFlatMap } from "../operators/stream-flat-map.ts";
import { StreamMap } from "../operators/stream-map.ts";
import { runActions } from "./actions.ts";
import { listOf } from "./collections.ts";
import type { DrivenOperator } from "./driven-operator.ts";
import { evaluate, isTrue, scopeOf } from "./expression.ts";
import type { Json, JsonObject } from "./json.ts";
import { plainOperator } from "./one-input-maker.ts";
import { specOf } from "./scenario.ts";
import { ScriptedListOperator } from "./scripted-list-operator.ts";

/** Makes the operator of `stream.map()`. */
export function makeMap(pipeline: JsonObject): DrivenOperator {
  const expression = pipeline["expr"] ?? null;
  return plainOperator(
    specOf(pipeline),
    ({ output }) => new StreamMap<Json, Json>(output, (el) => evaluate(expression, scopeOf({ el }))),
  );
}

/** Makes the operator of `stream.filter()`. */
export function makeFilter(pipeline: JsonObject): DrivenOperator {
  const expression = pipeline["expr"] ?? null;
  return plainOperator(
    specOf(pipeline),
    ({ output }) => new StreamFilter<Json>(output, (el) => isTrue(expression, scopeOf({ el }))),
  );
}

/** Makes the operator of `stream.flatMap()`; the expression gives a list. */
export function makeFlatMap(pipeline: JsonObject): DrivenOperator {
  const expression = pipeline["expr"] ?? null;
  return plainOperator(
    specOf(pipeline),
    ({ output }) =>
      new StreamFlatMap<Json, Json>(output, (el, out) => {
        for (const item of listOf(evaluate(expression, scopeOf({ el })))) out.collect(item);
      }),
  );
}

/** Makes the operator of `stream.process()` without keys. */
export function makeProcess(pipeline: JsonObject): DrivenOperator {
  const actions = pipeline["onElement"] ?? [];
  return plainOperator(
    specOf(pipeline),
    (parameters) => new ProcessOperator(parameters, processFunctionOf(actions)),
  );
}

/** Makes an operator that keeps its elements in a list of operator state and shows the list. */
export function makeOperatorState(pipeline: JsonObject): DrivenOperator {
  const mode = pipeline["redistribute"] === "union" ? "union" : "split";
  return plainOperator(specOf(pipeline), (parameters) => new ScriptedListOperator(parameters, mode));
}

function processFunctionOf(actions: Json): ProcessFunction<Json, Json> {
  return {
    processElement: (el, context, out) =>
      runActions(actions, scopeOf({ el, ...variablesOf(context) }), effectsOf(context, out)),
  };
}

function variablesOf(context: ProcessFunctionContext): JsonObject {
  return {
    ts: context.timestamp(),
    wm: context.timerService().currentWatermark(),
    pt: context.timerService().currentProcessingTime(),
  };
}

function effectsOf(context: ProcessFunctionContext, out: Collector<Json>) {
  return {
    emit: (value: Json) => out.collect(value),
    side: (tag: string, value: Json) => context.output(new OutputTag<Json>(tag), value),
    timers: context.timerService(),
  };
}
