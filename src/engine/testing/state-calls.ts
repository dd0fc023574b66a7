import { textOf } from "./collections.ts";
import type { Json } from "./json.ts";
import type { StateLookup } from "./state-lookup.ts";

/** Reads a state by its name; `key` is the evaluated second argument, if the call has one. */
export type StateCall = (states: StateLookup, name: string, key: Json) => Json;

/** The calls that read state, by name. */
export const stateCalls: { readonly [name: string]: StateCall } = {
  value: (states, name) => states.value(name).value(),
  list: (states, name) => [...states.list(name).get()],
  reduced: (states, name) => states.reducing(name).get(),
  aggregated: (states, name) => states.aggregating(name).get(),
  mapGet: (states, name, key) => states.map(name).get(mapKey(key)),
  mapHas: (states, name, key) => states.map(name).contains(mapKey(key)),
  mapEmpty: (states, name) => states.map(name).isEmpty(),
  mapKeys: (states, name) => [...states.map(name).keys()].sort(byValue),
  mapOrder: (states, name) => [...states.map(name).keys()],
  bget: (states, name, key) => states.broadcast(name).get(textOf(key)),
  bkeys: (states, name) =>
    states
      .broadcast(name)
      .immutableEntries()
      .map(([key]) => key)
      .sort(),
};

/** Returns the key of a map state that a value stands for: a number stays one, anything else is text. */
export function mapKey(value: Json): string | number {
  return typeof value === "number" ? value : textOf(value);
}

function byValue(left: string | number, right: string | number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
