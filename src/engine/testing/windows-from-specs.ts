import {
  DynamicEventTimeSessionWindows,
  EventTimeSessionWindows,
  ProcessingTimeSessionWindows,
} from "../operators/window/assigners/session-windows.ts";
import {
  SlidingEventTimeWindows,
  SlidingProcessingTimeWindows,
} from "../operators/window/assigners/sliding-windows.ts";
import {
  TumblingEventTimeWindows,
  TumblingProcessingTimeWindows,
} from "../operators/window/assigners/tumbling-windows.ts";
import type { DeltaFunction } from "../operators/window/delta-function.ts";
import type { Evictor } from "../operators/window/evictor.ts";
import { countEvictor } from "../operators/window/evictors/count-evictor.ts";
import { deltaEvictor } from "../operators/window/evictors/delta-evictor.ts";
import { timeEvictor } from "../operators/window/evictors/time-evictor.ts";
import type { TimeWindow } from "../operators/window/time-window.ts";
import type { Trigger } from "../operators/window/trigger.ts";
import { ContinuousEventTimeTrigger } from "../operators/window/triggers/continuous-event-time-trigger.ts";
import { ContinuousProcessingTimeTrigger } from "../operators/window/triggers/continuous-processing-time-trigger.ts";
import { CountTrigger } from "../operators/window/triggers/count-trigger.ts";
import { DeltaTrigger } from "../operators/window/triggers/delta-trigger.ts";
import { EventTimeTrigger } from "../operators/window/triggers/event-time-trigger.ts";
import { ProcessingTimeTrigger } from "../operators/window/triggers/processing-time-trigger.ts";
import { ProcessingTimeoutTrigger } from "../operators/window/triggers/processing-timeout-trigger.ts";
import { PurgingTrigger } from "../operators/window/triggers/purging-trigger.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";
import type { Window } from "../operators/window/window.ts";
import { numberOf } from "./arithmetic.ts";
import { partOf } from "./collections.ts";
import { evaluate, scopeOf } from "./expression.ts";
import type { Json } from "./json.ts";
import type { AssignerSpec, EvictorSpec, TriggerSpec } from "./window-specs.ts";

/** Assigners of windows of time. */
export type TimeAssignerSpec = Exclude<AssignerSpec, { readonly type: "global" }>;

/** Returns the assigner of windows of time that a scenario describes. */
export function timeAssignerOf(spec: TimeAssignerSpec): WindowAssigner<Json, TimeWindow> {
  switch (spec.type) {
    case "tumblingEventTime":
      return new TumblingEventTimeWindows(spec.size, spec.offset);
    case "tumblingProcessingTime":
      return new TumblingProcessingTimeWindows(spec.size, spec.offset);
    case "slidingEventTime":
      return new SlidingEventTimeWindows(spec.size, spec.slide, spec.offset);
    case "slidingProcessingTime":
      return new SlidingProcessingTimeWindows(spec.size, spec.slide, spec.offset);
    case "eventTimeSession":
      return new EventTimeSessionWindows(spec.gap);
    case "processingTimeSession":
      return new ProcessingTimeSessionWindows(spec.gap);
    case "dynamicEventTimeSession":
      return new DynamicEventTimeSessionWindows((el) => numberOf(evaluate(spec.gapExpr, scopeOf({ el }))));
  }
}

/** Returns the trigger that a scenario describes. */
export function triggerOf(spec: TriggerSpec): Trigger<Json, Window> {
  switch (spec.type) {
    case "eventTime":
      return new EventTimeTrigger();
    case "processingTime":
      return new ProcessingTimeTrigger();
    case "count":
      return new CountTrigger(spec.count);
    case "continuousEventTime":
      return new ContinuousEventTimeTrigger(spec.interval);
    case "continuousProcessingTime":
      return new ContinuousProcessingTimeTrigger(spec.interval);
    case "purging":
      return new PurgingTrigger(triggerOf(spec.of));
    case "delta":
      return new DeltaTrigger(spec.threshold, distanceIn(spec.field));
    case "timeout":
      return new ProcessingTimeoutTrigger(triggerOf(spec.of), spec.timeout);
  }
}

/** Returns the evictor that a scenario describes. */
export function evictorOf<T extends Json>(spec: EvictorSpec): Evictor<T, Window> {
  const time = spec.after === true ? "after" : "before";
  switch (spec.type) {
    case "count":
      return countEvictor(spec.count, time);
    case "time":
      return timeEvictor(spec.size, time);
    case "delta":
      return deltaEvictor<T>(spec.threshold, distanceIn(spec.field), time);
  }
}

function distanceIn(field: string): DeltaFunction<Json> {
  return (older, newer) => Math.abs(numberOf(partOf(newer, field)) - numberOf(partOf(older, field)));
}
