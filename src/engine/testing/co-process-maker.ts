import type { Key } from "../java/hash-code.ts";
import type { CoProcessFunction, KeyedCoProcessFunction } from "../operators/co/co-process-function.ts";
import { CoProcessOperator } from "../operators/co/co-process-operator.ts";
import { KeyedCoProcessOperator } from "../operators/co/keyed-co-process-operator.ts";
import type { Collector } from "../operators/collector.ts";
import type { KeyedProcessFunctionContext, OnTimerContext } from "../operators/functions.ts";
import type { RuntimeContext } from "../operators/runtime-context.ts";
import { runActions } from "./actions.ts";
import type { DrivenOperator } from "./driven-operator.ts";
import { scopeOf } from "./expression.ts";
import { elementVariables, keyedElementVariables, processEffects, timerVariables } from "./function-scope.ts";
import type { StateSpecs } from "./function-specs.ts";
import { declaredStatesOf } from "./functions-from-expressions.ts";
import type { Json, JsonObject } from "./json.ts";
import { specOf } from "./scenario.ts";
import { StateLookup, type DeclaredStates } from "./state-lookup.ts";
import { keyedTwoInputOperator, twoInputOperator, type TwoKeysPipeline } from "./two-input-maker.ts";

interface CoProcessPipeline extends TwoKeysPipeline {
  readonly state?: StateSpecs;
  readonly onElement1?: Json;
  readonly onElement2?: Json;
  readonly onTimer?: Json;
}

/** Makes the operator of `stream.connect(other).process()`, keyed if the pipeline names keys. */
export function makeCoProcess(pipeline: JsonObject): DrivenOperator {
  const spec = specOf<CoProcessPipeline>(pipeline);
  if (spec.key1 === undefined) {
    return twoInputOperator(
      spec,
      (parameters) => new CoProcessOperator(parameters, coProcessFunctionOf(spec)),
    );
  }
  return keyedTwoInputOperator(
    spec,
    (parameters, keySelectors) =>
      new KeyedCoProcessOperator(parameters, keySelectors, new ScriptedKeyedCoProcessFunction(spec)),
  );
}

function coProcessFunctionOf({
  onElement1 = [],
  onElement2 = [],
}: CoProcessPipeline): CoProcessFunction<Json, Json, Json> {
  return {
    processElement1: (el, context, out) =>
      runActions(onElement1, scopeOf(elementVariables(el, context)), processEffects(context, out)),
    processElement2: (el, context, out) =>
      runActions(onElement2, scopeOf(elementVariables(el, context)), processEffects(context, out)),
  };
}

/** A function of two keyed inputs whose actions a scenario says. */
class ScriptedKeyedCoProcessFunction implements KeyedCoProcessFunction<Key, Json, Json, Json> {
  readonly #spec: CoProcessPipeline;
  readonly #declared: DeclaredStates;
  #states: StateLookup | undefined;

  constructor(spec: CoProcessPipeline) {
    this.#spec = spec;
    this.#declared = declaredStatesOf(spec.state);
  }

  open(context: RuntimeContext): void {
    this.#states = new StateLookup(context, this.#declared);
  }

  processElement1(el: Json, context: KeyedProcessFunctionContext<Key>, out: Collector<Json>): void {
    const scope = scopeOf(keyedElementVariables(el, context), this.#states);
    runActions(this.#spec.onElement1 ?? [], scope, processEffects(context, out));
  }

  processElement2(el: Json, context: KeyedProcessFunctionContext<Key>, out: Collector<Json>): void {
    const scope = scopeOf(keyedElementVariables(el, context), this.#states);
    runActions(this.#spec.onElement2 ?? [], scope, processEffects(context, out));
  }

  onTimer(timer: number, context: OnTimerContext<Key>, out: Collector<Json>): void {
    const scope = scopeOf(timerVariables(timer, context), this.#states);
    runActions(this.#spec.onTimer ?? [], scope, processEffects(context, out));
  }
}
