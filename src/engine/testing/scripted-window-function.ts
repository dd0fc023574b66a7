import type { Key } from "../java/hash-code.ts";
import type { Collector } from "../operators/collector.ts";
import { OutputTag } from "../operators/output-tag.ts";
import { TimeWindow } from "../operators/window/time-window.ts";
import type { ProcessWindowContext, ProcessWindowFunction } from "../operators/window/window-function.ts";
import type { Window } from "../operators/window/window.ts";
import { runActions } from "./actions.ts";
import type { Effects } from "./effects.ts";
import { type Scope, scopeOf } from "./expression.ts";
import { declaredStatesOf } from "./functions-from-expressions.ts";
import type { Json, JsonObject } from "./json.ts";
import { type DeclaredStates, StateLookup } from "./state-lookup.ts";
import type { WindowFunctionSpec } from "./window-specs.ts";

/** A window function whose actions a scenario says. */
export class ScriptedWindowFunction<W extends Window> implements ProcessWindowFunction<Json, Json, Key, W> {
  readonly #spec: WindowFunctionSpec;
  readonly #windowStates: DeclaredStates;
  readonly #globalStates: DeclaredStates;

  constructor(spec: WindowFunctionSpec) {
    this.#spec = spec;
    this.#windowStates = declaredStatesOf(spec.windowState);
    this.#globalStates = declaredStatesOf(spec.globalState);
  }

  process(key: Key, context: ProcessWindowContext<W>, elements: readonly Json[], out: Collector<Json>): void {
    const scope = this.#scope({ key, all: [...elements] }, context);
    runActions(this.#spec.actions ?? [], scope, {
      emit: (value) => out.collect(value),
      side: (tag, value) => context.output(new OutputTag(tag), value),
    });
  }

  clear(context: ProcessWindowContext<W>): void {
    runActions(this.#spec.onClear ?? [], this.#scope({}, context), nothingToSend);
  }

  #scope(variables: JsonObject, context: ProcessWindowContext<W>): Scope {
    const states =
      this.#windowStates.size > 0
        ? new StateLookup(context.windowState(), this.#windowStates)
        : new StateLookup(context.globalState(), this.#globalStates);
    const [window, wm, pt] = [context.window(), context.currentWatermark(), context.currentProcessingTime()];
    return scopeOf({ ...variables, window: windowFields(window), wm, pt }, states);
  }
}

const nothingToSend: Effects = { emit: () => undefined, side: () => undefined };

function windowFields(window: Window): JsonObject {
  return window instanceof TimeWindow ? { start: window.start, end: window.end } : {};
}
