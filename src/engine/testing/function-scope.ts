import type { Key } from "../java/hash-code.ts";
import type { Collector } from "../operators/collector.ts";
import type {
  KeyedProcessFunctionContext,
  OnTimerContext,
  ProcessFunctionContext,
} from "../operators/functions.ts";
import { OutputTag } from "../operators/output-tag.ts";
import type { TimeDomain } from "../operators/timer/timer-service.ts";
import type { Effects } from "./effects.ts";
import type { Json, JsonObject } from "./json.ts";

/** Returns the variables that actions see of an element without a key. */
export function elementVariables(el: Json, context: ProcessFunctionContext): JsonObject {
  return { el, ...timeVariables(context) };
}

/** Returns the variables that actions see of an element with a key. */
export function keyedElementVariables(el: Json, context: KeyedProcessFunctionContext<Key>): JsonObject {
  return { el, key: context.getCurrentKey(), ...timeVariables(context) };
}

/** Returns the variables that actions see of a timer. */
export function timerVariables(timer: number, context: OnTimerContext<Key>): JsonObject {
  const domain = domainName(context.timeDomain());
  return { timer, domain, key: context.getCurrentKey(), ...timeVariables(context) };
}

/** Returns the name that actions have for a time domain. */
export function domainName(domain: TimeDomain): "event" | "processing" {
  return domain === "EVENT_TIME" ? "event" : "processing";
}

/** Returns what actions may do in a process function. */
export function processEffects(context: ProcessFunctionContext, out: Collector<Json>): Effects {
  return {
    emit: (value) => out.collect(value),
    side: (tag, value) => context.output(new OutputTag(tag), value),
    timers: context.timerService(),
  };
}

function timeVariables(context: ProcessFunctionContext): JsonObject {
  return {
    ts: context.timestamp(),
    wm: context.timerService().currentWatermark(),
    pt: context.timerService().currentProcessingTime(),
  };
}
