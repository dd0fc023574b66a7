import { RuntimeException } from "../java/exceptions.ts";
import type { Key } from "../java/hash-code.ts";
import type {
  BroadcastContext,
  BroadcastOnTimerContext,
  BroadcastProcessFunction,
  KeyedBroadcastContext,
  KeyedBroadcastProcessFunction,
  KeyedReadOnlyContext,
  ReadOnlyContext,
} from "../operators/broadcast/broadcast-process-function.ts";
import type { Collector } from "../operators/collector.ts";
import type { KeyedStateStore } from "../operators/runtime-context.ts";
import { runActions } from "./actions.ts";
import {
  broadcastEffects,
  keyedEffects,
  outputEffects,
  statesOf,
  timeVariables,
  visitKeyedState,
} from "./broadcast-scope.ts";
import { scopeOf, type Scope } from "./expression.ts";
import { domainName } from "./function-scope.ts";
import type { StateSpecs } from "./function-specs.ts";
import { declaredStatesOf } from "./functions-from-expressions.ts";
import type { Json, JsonObject } from "./json.ts";
import type { DeclaredState, DeclaredStates } from "./state-lookup.ts";

const NO_STATES: DeclaredStates = new Map();

/** What a scenario says of a function with a broadcast side. */
export interface BroadcastFunctionSpec {
  readonly state?: StateSpecs;
  readonly onElement?: Json;
  readonly onBroadcast?: Json;
  readonly onTimer?: Json;
}

/** A function of a stream without keys and of a broadcast one, whose actions a scenario says. */
export class ScriptedBroadcastFunction implements BroadcastProcessFunction<Json, Json, Json> {
  readonly #spec: BroadcastFunctionSpec;
  readonly #store: KeyedStateStore;

  constructor(spec: BroadcastFunctionSpec, store: KeyedStateStore) {
    this.#spec = spec;
    this.#store = store;
  }

  processElement(el: Json, context: ReadOnlyContext, out: Collector<Json>): void {
    const scope = scopeOf({ el, ...timeVariables(context) }, statesOf(this.#store, NO_STATES, context));
    runActions(this.#spec.onElement ?? [], scope, outputEffects(context, out));
  }

  processBroadcastElement(el: Json, context: BroadcastContext, out: Collector<Json>): void {
    const scope = scopeOf({ el, ...timeVariables(context) }, statesOf(this.#store, NO_STATES, context));
    runActions(this.#spec.onBroadcast ?? [], scope, broadcastEffects(context, out));
  }
}

/** A function of a keyed stream and of a broadcast one, whose actions a scenario says. */
export class ScriptedKeyedBroadcastFunction implements KeyedBroadcastProcessFunction<Key, Json, Json, Json> {
  readonly #spec: BroadcastFunctionSpec;
  readonly #store: KeyedStateStore;
  readonly #declared: DeclaredStates;

  constructor(spec: BroadcastFunctionSpec, store: KeyedStateStore) {
    this.#spec = spec;
    this.#store = store;
    this.#declared = declaredStatesOf(spec.state);
  }

  processElement(el: Json, context: KeyedReadOnlyContext<Key>, out: Collector<Json>): void {
    const scope = this.#scope({ el, key: context.getCurrentKey() }, context);
    runActions(this.#spec.onElement ?? [], scope, keyedEffects(context, out));
  }

  onTimer(timer: number, context: BroadcastOnTimerContext<Key>, out: Collector<Json>): void {
    const domain = domainName(context.timeDomain());
    const scope = this.#scope({ timer, domain, key: context.getCurrentKey() }, context);
    runActions(this.#spec.onTimer ?? [], scope, keyedEffects(context, out));
  }

  processBroadcastElement(el: Json, context: KeyedBroadcastContext<Key>, out: Collector<Json>): void {
    runActions(this.#spec.onBroadcast ?? [], this.#scope({ el }, context), {
      ...broadcastEffects(context, out),
      applyToKeyed: (name, visit) => visitKeyedState(this.#descriptor(name), context, visit),
    });
  }

  #scope(variables: JsonObject, context: ReadOnlyContext): Scope {
    const states = statesOf(this.#store, this.#declared, context);
    return scopeOf({ ...variables, ...timeVariables(context) }, states);
  }

  #descriptor(name: string): DeclaredState {
    const descriptor = this.#declared.get(name);
    if (descriptor === undefined) throw new RuntimeException(`There is no state "${name}".`);
    return descriptor;
  }
}
