import type { Key } from "../java/hash-code.ts";
import type { KeySelector } from "../operators/functions.ts";
import type { AggregateFunction, ReduceFunction } from "../state/functions.ts";
import {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../state/state-descriptor.ts";
import { type StateTtlConfig, stateTtlConfig } from "../state/state-ttl-config.ts";
import { partOf } from "./collections.ts";
import { evaluate, scopeOf } from "./expression.ts";
import type { AggregateSpec, StateSpec, StateSpecs, TtlSpec } from "./function-specs.ts";
import type { Json } from "./json.ts";
import type { DeclaredState, DeclaredStates } from "./state-lookup.ts";

/** Returns a reduce function; the expression speaks of `$a` and `$b`. */
export function reduceFunctionOf(expression: Json): ReduceFunction<Json> {
  return (a, b) => evaluate(expression, scopeOf({ a, b }));
}

/** Returns an aggregate function of `$acc` and `$el`, and to merge `$a` and `$b`. */
export function aggregateFunctionOf(spec: AggregateSpec): AggregateFunction<Json, Json, Json> {
  return {
    createAccumulator: () => evaluate(spec.init, scopeOf({})),
    add: (el, acc) => evaluate(spec.add, scopeOf({ el, acc })),
    getResult: (acc) => evaluate(spec.result, scopeOf({ acc })),
    merge: (a, b) => evaluate(spec.merge, scopeOf({ a, b })),
  };
}

/** Returns the selector of a key: the field of that name, or the same key for every element if there is none. */
export function keySelectorOf(field: string | null | undefined): KeySelector<Json, Key> {
  if (field === null || field === undefined) return () => "";
  return (element) => keyOf(partOf(element, field));
}

/** Returns the states that a scenario declares. */
export function declaredStatesOf(specs: StateSpecs | undefined): DeclaredStates {
  return new Map(Object.entries(specs ?? {}).map(([name, spec]) => [name, descriptorOf(name, spec)]));
}

function keyOf(value: Json): Key {
  return typeof value === "object" ? JSON.stringify(value) : value;
}

function descriptorOf(name: string, spec: StateSpec): DeclaredState {
  const descriptor = bareDescriptorOf(name, spec);
  if (spec.ttl !== undefined) descriptor.enableTimeToLive(ttlConfigOf(spec.ttl));
  return descriptor;
}

function bareDescriptorOf(name: string, spec: StateSpec): DeclaredState {
  switch (spec.type) {
    case "value":
      return new ValueStateDescriptor(name);
    case "list":
      return new ListStateDescriptor(name);
    case "map":
      return new MapStateDescriptor(name, spec.keyType);
    case "reducing":
      return new ReducingStateDescriptor(name, reduceFunctionOf(spec.reduce));
    case "aggregating":
      return new AggregatingStateDescriptor(name, aggregateFunctionOf(spec));
  }
}

function ttlConfigOf({ ms, update, visibility, cleanup }: TtlSpec): StateTtlConfig {
  return stateTtlConfig(ms, {
    ...(update === undefined ? {} : { updateType: update }),
    ...(visibility === undefined ? {} : { stateVisibility: visibility }),
    ...(cleanup === "none" ? { cleanup: "none" } : {}),
  });
}
