import { RuntimeException } from "../java/exceptions.ts";
import type { TimerService } from "../operators/timer/timer-service.ts";
import type { BroadcastState } from "../state/state.ts";
import { numberOf } from "./arithmetic.ts";
import { textOf } from "./collections.ts";
import type { Action, Effects } from "./effects.ts";
import { evaluate, type Scope } from "./expression.ts";
import type { Json } from "./json.ts";

/** The actions that send elements, set timers, write broadcast state or fail, by name. */
export const effectActions: { readonly [name: string]: Action } = {
  emit: ([value = null], scope, effects) => effects.emit(evaluate(value, scope)),
  side: ([tag = null, value = null], scope, effects) => effects.side(textOf(tag), evaluate(value, scope)),
  et: ([time], scope, effects) => timersOf(effects).registerEventTimeTimer(timeOf(time, scope)),
  delEt: ([time], scope, effects) => timersOf(effects).deleteEventTimeTimer(timeOf(time, scope)),
  pt: ([time], scope, effects) => timersOf(effects).registerProcessingTimeTimer(timeOf(time, scope)),
  delPt: ([time], scope, effects) => timersOf(effects).deleteProcessingTimeTimer(timeOf(time, scope)),
  bput: ([name = null, key = null, value = null], scope, effects) =>
    broadcastOf(textOf(name), effects).put(textOf(evaluate(key, scope)), evaluate(value, scope)),
  bremove: ([name = null, key = null], scope, effects) =>
    broadcastOf(textOf(name), effects).remove(textOf(evaluate(key, scope))),
  fail: ([message = null], scope) => {
    throw new RuntimeException(textOf(evaluate(message, scope)));
  },
};

function timeOf(time: Json = null, scope: Scope): number {
  return numberOf(evaluate(time, scope));
}

function timersOf({ timers }: Effects): TimerService {
  if (timers === undefined) throw new RuntimeException("This function has no timers.");
  return timers;
}

function broadcastOf(name: string, { broadcast }: Effects): BroadcastState<string, Json> {
  if (broadcast === undefined) throw new RuntimeException("This function may not write broadcast state.");
  return broadcast(name);
}
