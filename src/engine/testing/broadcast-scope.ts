import type { Key } from "../java/hash-code.ts";
import { unreachable } from "../java/unreachable.ts";
import type {
  BaseBroadcastContext,
  BroadcastContext,
  KeyedBroadcastContext,
  KeyedReadOnlyContext,
  ReadOnlyContext,
} from "../operators/broadcast/broadcast-process-function.ts";
import type { Collector } from "../operators/collector.ts";
import { OutputTag } from "../operators/output-tag.ts";
import type { KeyedStateStore } from "../operators/runtime-context.ts";
import { MapStateDescriptor } from "../state/state-descriptor.ts";
import type { BroadcastState } from "../state/state.ts";
import type { Effects } from "./effects.ts";
import type { Json, JsonObject } from "./json.ts";
import { StateLookup, type DeclaredState, type DeclaredStates } from "./state-lookup.ts";

/** Returns the times that actions of a function with a broadcast side see. */
export function timeVariables(context: BaseBroadcastContext): JsonObject {
  return { ts: context.timestamp(), wm: context.currentWatermark(), pt: context.currentProcessingTime() };
}

/** Returns the states that such actions may read: the declared keyed ones, and those broadcast. */
export function statesOf(
  store: KeyedStateStore,
  declared: DeclaredStates,
  context: ReadOnlyContext,
): StateLookup {
  return new StateLookup(store, declared, (name) => context.getBroadcastState(broadcastDescriptor(name)));
}

/** Returns what any action of such a function may do. */
export function outputEffects(context: BaseBroadcastContext, out: Collector<Json>): Effects {
  return {
    emit: (value) => out.collect(value),
    side: (tag, value) => context.output(new OutputTag(tag), value),
  };
}

/** Returns what actions may do with an element with a key, or a timer. */
export function keyedEffects(context: KeyedReadOnlyContext<Key>, out: Collector<Json>): Effects {
  return { ...outputEffects(context, out), timers: context.timerService() };
}

/** Returns what actions may do with a broadcast element. */
export function broadcastEffects(context: BroadcastContext, out: Collector<Json>): Effects {
  return { ...outputEffects(context, out), broadcast: (name) => broadcastStateOf(name, context) };
}

/** Calls `visit` with each key that has a state, and with what the state holds. */
export function visitKeyedState(
  descriptor: DeclaredState,
  context: KeyedBroadcastContext<Key>,
  visit: (key: Json, held: Json) => void,
): void {
  switch (descriptor.type) {
    case "value":
      return context.applyToKeyedState(descriptor, (key, state) => visit(key, state.value()));
    case "list":
      return context.applyToKeyedState(descriptor, (key, state) => visit(key, [...state.get()]));
    case "map":
      return context.applyToKeyedState(descriptor, (key, state) =>
        visit(key, Object.fromEntries(state.entries())),
      );
    case "reducing":
      return context.applyToKeyedState(descriptor, (key, state) => visit(key, state.get()));
    case "aggregating":
      return context.applyToKeyedState(descriptor, (key, state) => visit(key, state.get()));
    default:
      return unreachable(descriptor);
  }
}

function broadcastStateOf(name: string, context: BroadcastContext): BroadcastState<string, Json> {
  return context.getBroadcastState(broadcastDescriptor(name));
}

function broadcastDescriptor(name: string): MapStateDescriptor<string, Json> {
  return new MapStateDescriptor(name, "string");
}
