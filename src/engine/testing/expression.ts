import { RuntimeException } from "../java/exceptions.ts";
import { arithmeticCalls } from "./arithmetic.ts";
import { collectionCalls, partOf, textOf } from "./collections.ts";
import { comparisonCalls } from "./comparisons.ts";
import { isList, type Json, type JsonObject } from "./json.ts";
import { stateCalls } from "./state-calls.ts";
import type { StateLookup } from "./state-lookup.ts";

/** What an expression may speak of: variables by name, without the `$`, and the states of a function. */
export interface Scope {
  readonly variables: Map<string, Json>;
  readonly states: StateLookup | undefined;
}

const eagerCalls = new Map(Object.entries({ ...arithmeticCalls, ...comparisonCalls, ...collectionCalls }));

const readingCalls = new Map(Object.entries(stateCalls));

/** The calls that evaluate only what they need. */
const lazyCalls = new Map<string, (operands: readonly Json[], scope: Scope) => Json>([
  ["lit", ([value = null]) => value],
  [
    "if",
    ([condition = null, yes = null, no = null], scope) =>
      evaluate(isTrue(condition, scope) ? yes : no, scope),
  ],
  ["and", (operands, scope) => operands.every((operand) => isTrue(operand, scope))],
  ["or", (operands, scope) => operands.some((operand) => isTrue(operand, scope))],
]);

/** Returns a scope with these variables and, if a function has any, its states. */
export function scopeOf(variables: JsonObject, states?: StateLookup): Scope {
  return { variables: new Map(Object.entries(variables)), states };
}

/**
 * Returns the value of an expression of the scenario language: a string that begins with `$` is a variable with a
 * path (null if there is none), an array is a call, `["lit", x]` is x, anything else is itself. Throws a
 * RuntimeException for an unknown call.
 */
export function evaluate(expression: Json, scope: Scope): Json {
  if (isList(expression)) return call(expression, scope);
  if (typeof expression !== "string" || !expression.startsWith("$")) return expression;
  const [name = "", ...path] = expression.slice(1).split(".");
  return path.reduce<Json>(partOf, scope.variables.get(name) ?? null);
}

/** Whether an expression is true: only `true` is. */
export function isTrue(expression: Json, scope: Scope): boolean {
  return evaluate(expression, scope) === true;
}

function call([name = null, ...operands]: readonly Json[], scope: Scope): Json {
  const called = textOf(name);
  const lazy = lazyCalls.get(called);
  if (lazy !== undefined) return lazy(operands, scope);
  const reading = readingCalls.get(called);
  if (reading !== undefined) return readState(reading, operands, scope);
  const eager = eagerCalls.get(called);
  if (eager === undefined) throw new RuntimeException(`There is no call "${called}".`);
  return eager(...operands.map((operand) => evaluate(operand, scope)));
}

function readState(
  reading: NonNullable<ReturnType<(typeof readingCalls)["get"]>>,
  [name = null, key = null]: readonly Json[],
  scope: Scope,
): Json {
  if (scope.states === undefined) throw new RuntimeException("This function has no state.");
  return reading(scope.states, textOf(name), evaluate(key, scope));
}
