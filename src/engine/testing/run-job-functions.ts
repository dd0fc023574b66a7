import { RuntimeException } from "../java/exceptions.ts";
import type { Key } from "../java/hash-code.ts";
import type { Collector } from "../operators/collector.ts";
import type {
  KeyedProcessFunction,
  KeyedProcessFunctionContext,
  MapFunction,
  OnTimerContext,
} from "../operators/functions.ts";
import type { RuntimeContext } from "../operators/runtime-context.ts";
import { runActions } from "./actions.ts";
import { evaluate, isTrue, scopeOf } from "./expression.ts";
import { keyedElementVariables, processEffects, timerVariables } from "./function-scope.ts";
import type { StateSpecs } from "./function-specs.ts";
import { declaredStatesOf } from "./functions-from-expressions.ts";
import type { Json } from "./json.ts";
import { StateLookup } from "./state-lookup.ts";

/** When a map of a played job fails: at an element, as often as it says, over all attempts and instances. */
export interface FailureSpec {
  readonly when: Json;
  readonly times: number;
}

/** Returns a map that fails where the scenario wants it; how often it has failed outlives the job's attempts. */
export function failingMap(expression: Json, failure: FailureSpec | undefined): MapFunction<Json, Json> {
  let failuresLeft = failure?.times ?? 0;
  return (el) => {
    if (failuresLeft > 0 && isTrue(failure?.when ?? false, scopeOf({ el }))) {
      failuresLeft -= 1;
      throw new RuntimeException("the scenario wants this element to fail");
    }
    return evaluate(expression, scopeOf({ el }));
  };
}

/** A keyed process function in the scenario language. */
export interface KeyedProcessSpec {
  readonly state?: StateSpecs;
  readonly onElement?: Json;
  readonly onTimer?: Json;
}

/** Returns a keyed process function whose actions a scenario says. */
export function keyedProcessFunctionOf(spec: KeyedProcessSpec): KeyedProcessFunction<Key, Json, Json> {
  const declared = declaredStatesOf(spec.state);
  let states: StateLookup | undefined;
  return {
    open: (context: RuntimeContext) => {
      states = new StateLookup(context, declared);
    },
    processElement: (el: Json, context: KeyedProcessFunctionContext<Key>, out: Collector<Json>) => {
      const scope = scopeOf(keyedElementVariables(el, context), states);
      runActions(spec.onElement ?? [], scope, processEffects(context, out));
    },
    onTimer: (timer: number, context: OnTimerContext<Key>, out: Collector<Json>) => {
      const scope = scopeOf(timerVariables(timer, context), states);
      runActions(spec.onTimer ?? [], scope, processEffects(context, out));
    },
  };
}
