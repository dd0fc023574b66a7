import { RuntimeException } from "../java/exceptions.ts";
import { listOf, textOf } from "./collections.ts";
import type { Action } from "./effects.ts";
import { evaluate, type Scope } from "./expression.ts";
import type { Json } from "./json.ts";
import { mapKey } from "./state-calls.ts";
import type { StateLookup } from "./state-lookup.ts";

/** The actions that write keyed state, by name; their first operand is the name of the state. */
export const stateActions: { readonly [name: string]: Action } = {
  set: ([name = null, value = null], scope) =>
    statesOf(scope).value(textOf(name)).update(evaluate(value, scope)),
  clear: ([name = null], scope) => clear(textOf(name), statesOf(scope)),
  add: ([name = null, value = null], scope) => add(textOf(name), evaluate(value, scope), statesOf(scope)),
  update: ([name = null, list = null], scope) =>
    statesOf(scope)
      .list(textOf(name))
      .update(listOf(evaluate(list, scope))),
  put: ([name = null, key = null, value = null], scope) =>
    statesOf(scope)
      .map(textOf(name))
      .put(mapKey(evaluate(key, scope)), evaluate(value, scope)),
  remove: ([name = null, key = null], scope) =>
    statesOf(scope)
      .map(textOf(name))
      .remove(mapKey(evaluate(key, scope))),
};

function statesOf({ states }: Scope): StateLookup {
  if (states === undefined) throw new RuntimeException("This function has no state.");
  return states;
}

function clear(name: string, states: StateLookup): void {
  switch (states.typeOf(name)) {
    case "value":
      return states.value(name).clear();
    case "list":
      return states.list(name).clear();
    case "map":
      return states.map(name).clear();
    case "reducing":
      return states.reducing(name).clear();
    case "aggregating":
      return states.aggregating(name).clear();
  }
}

function add(name: string, value: Json, states: StateLookup): void {
  switch (states.typeOf(name)) {
    case "list":
      return states.list(name).add(value);
    case "reducing":
      return states.reducing(name).add(value);
    case "aggregating":
      return states.aggregating(name).add(value);
    case "value":
    case "map":
      throw new RuntimeException(`Nothing can be added to the state "${name}".`);
  }
}
