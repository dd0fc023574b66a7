import { RuntimeException } from "../java/exceptions.ts";
import { listOf, textOf } from "./collections.ts";
import { effectActions } from "./effect-actions.ts";
import type { Action, Effects } from "./effects.ts";
import { evaluate, isTrue, type Scope } from "./expression.ts";
import { isList, type Json } from "./json.ts";
import { stateActions } from "./state-actions.ts";

const controlActions: { readonly [name: string]: Action } = {
  when: ([condition = null, yes = [], no = []], scope, effects) =>
    runActions(isTrue(condition, scope) ? yes : no, scope, effects),
  let: ([name = null, value = null], scope) => {
    scope.variables.set(textOf(name), evaluate(value, scope));
  },
  each: ([name = null, list = null, actions = []], scope, effects) => {
    for (const item of listOf(evaluate(list, scope))) {
      scope.variables.set(textOf(name), item);
      runActions(actions, scope, effects);
    }
  },
  applyToKeyed: ([name = null, actions = []], scope, effects) => {
    if (effects.applyToKeyed === undefined)
      throw new RuntimeException("This function cannot visit keyed state.");
    effects.applyToKeyed(textOf(name), (key, held) => {
      scope.variables.set("key", key).set("held", held);
      runActions(actions, scope, effects);
    });
  },
};

const actionsByName = new Map(Object.entries({ ...effectActions, ...stateActions, ...controlActions }));

/** Runs a list of actions of the scenario language, in order. Throws a RuntimeException for an unknown one. */
export function runActions(actions: Json, scope: Scope, effects: Effects): void {
  for (const action of listOf(actions)) {
    const [name = null, ...operands] = isList(action) ? action : [action];
    const run = actionsByName.get(textOf(name));
    if (run === undefined) throw new RuntimeException(`There is no action "${textOf(name)}".`);
    run(operands, scope, effects);
  }
}
