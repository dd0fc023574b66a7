import type { Key } from "../java/hash-code.ts";
import type { Collector } from "../operators/collector.ts";
import type {
  KeyedProcessFunction,
  KeyedProcessFunctionContext,
  OnTimerContext,
} from "../operators/functions.ts";
import { KeyedProcessOperator } from "../operators/keyed-process-operator.ts";
import { OutputTag } from "../operators/output-tag.ts";
import type { RuntimeContext } from "../operators/runtime-context.ts";
import { StreamGroupedReduce } from "../operators/stream-grouped-reduce.ts";
import { runActions } from "./actions.ts";
import type { DrivenOperator } from "./driven-operator.ts";
import type { Effects } from "./effects.ts";
import { scopeOf } from "./expression.ts";
import type { StateSpecs } from "./function-specs.ts";
import { declaredStatesOf, reduceFunctionOf } from "./functions-from-expressions.ts";
import type { Json, JsonObject } from "./json.ts";
import { keyedOperator, type KeyedPipeline } from "./one-input-maker.ts";
import { specOf } from "./scenario.ts";
import { type DeclaredStates, StateLookup } from "./state-lookup.ts";

interface KeyedProcessPipeline extends KeyedPipeline {
  readonly state?: StateSpecs;
  readonly onElement?: Json;
  readonly onTimer?: Json;
}

/** Makes the operator of `stream.keyBy().process()`. */
export function makeKeyedProcess(pipeline: JsonObject): DrivenOperator {
  const spec = specOf<KeyedProcessPipeline>(pipeline);
  return keyedOperator(
    spec,
    (parameters, keySelector) =>
      new KeyedProcessOperator(parameters, keySelector, new ScriptedKeyedProcessFunction(spec)),
  );
}

/** Makes the operator of `stream.keyBy().reduce()`. */
export function makeReduce(pipeline: JsonObject): DrivenOperator {
  const reduce = pipeline["reduce"] ?? null;
  return keyedOperator(
    specOf(pipeline),
    (parameters, keySelector) => new StreamGroupedReduce(parameters, keySelector, reduceFunctionOf(reduce)),
  );
}

/** A keyed process function whose actions a scenario says. */
class ScriptedKeyedProcessFunction implements KeyedProcessFunction<Key, Json, Json> {
  readonly #spec: KeyedProcessPipeline;
  readonly #declared: DeclaredStates;
  #states: StateLookup | undefined;

  constructor(spec: KeyedProcessPipeline) {
    this.#spec = spec;
    this.#declared = declaredStatesOf(spec.state);
  }

  open(context: RuntimeContext): void {
    this.#states = new StateLookup(context, this.#declared);
  }

  processElement(el: Json, context: KeyedProcessFunctionContext<Key>, out: Collector<Json>): void {
    const scope = scopeOf({ el, ...variablesOf(context) }, this.#states);
    runActions(this.#spec.onElement ?? [], scope, effectsOf(context, out));
  }

  onTimer(timer: number, context: OnTimerContext<Key>, out: Collector<Json>): void {
    const domain = context.timeDomain() === "EVENT_TIME" ? "event" : "processing";
    const scope = scopeOf({ timer, domain, ...variablesOf(context) }, this.#states);
    runActions(this.#spec.onTimer ?? [], scope, effectsOf(context, out));
  }
}

function variablesOf(context: KeyedProcessFunctionContext<Key>): JsonObject {
  return {
    key: context.getCurrentKey(),
    ts: context.timestamp(),
    wm: context.timerService().currentWatermark(),
    pt: context.timerService().currentProcessingTime(),
  };
}

function effectsOf(context: KeyedProcessFunctionContext<Key>, out: Collector<Json>): Effects {
  return {
    emit: (value) => out.collect(value),
    side: (tag, value) => context.output(new OutputTag(tag), value),
    timers: context.timerService(),
  };
}
