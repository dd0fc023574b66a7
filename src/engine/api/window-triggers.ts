import type { DeltaFunction } from "../operators/window/delta-function.ts";
import type { EvictionTime, Evictor } from "../operators/window/evictor.ts";
import { countEvictor } from "../operators/window/evictors/count-evictor.ts";
import { deltaEvictor } from "../operators/window/evictors/delta-evictor.ts";
import { timeEvictor } from "../operators/window/evictors/time-evictor.ts";
import type { Trigger } from "../operators/window/trigger.ts";
import { ContinuousEventTimeTrigger as ContinuousEventTime } from "../operators/window/triggers/continuous-event-time-trigger.ts";
import { ContinuousProcessingTimeTrigger as ContinuousProcessingTime } from "../operators/window/triggers/continuous-processing-time-trigger.ts";
import { CountTrigger as Count } from "../operators/window/triggers/count-trigger.ts";
import { DeltaTrigger as Delta } from "../operators/window/triggers/delta-trigger.ts";
import { EventTimeTrigger as EventTime } from "../operators/window/triggers/event-time-trigger.ts";
import { ProcessingTimeTrigger as ProcessingTime } from "../operators/window/triggers/processing-time-trigger.ts";
import {
  ProcessingTimeoutTrigger as ProcessingTimeout,
  type ProcessingTimeoutSettings,
} from "../operators/window/triggers/processing-timeout-trigger.ts";
import { PurgingTrigger as Purging } from "../operators/window/triggers/purging-trigger.ts";
import type { Window } from "../operators/window/window.ts";

/** Fires once when the watermark passes the end of a window (Flink's class of the same name). */
export const EventTimeTrigger = { create: () => new EventTime() };

/** Fires once when the clock passes the end of a window (Flink's class of the same name). */
export const ProcessingTimeTrigger = { create: () => new ProcessingTime() };

/**
 * Fires every time a window has got `maxCount` more elements, and never at its end (Flink's class of the same name).
 */
export const CountTrigger = { of: (maxCount: number) => new Count(maxCount) };

/** Empties a window whenever another trigger fires it (Flink's class of the same name). */
export const PurgingTrigger = {
  of: <T, W extends Window>(nested: Trigger<T, W>): Trigger<T, W> => new Purging(nested),
};

/** Fires at every multiple of `interval` ms of event time, and at the end (Flink's class of the same name). */
export const ContinuousEventTimeTrigger = { of: (interval: number) => new ContinuousEventTime(interval) };

/** Fires at every multiple of `interval` ms of the clock (Flink's class of the same name). */
export const ContinuousProcessingTimeTrigger = {
  of: (interval: number) => new ContinuousProcessingTime(interval),
};

/**
 * Fires when an element is more than `threshold` away from the one that fired last (Flink's class of the same name).
 */
export const DeltaTrigger = {
  of: <T>(threshold: number, deltaFunction: DeltaFunction<T>): Trigger<T, Window> =>
    new Delta(threshold, deltaFunction),
};

/** Fires `timeout` ms after the first element if another trigger hasn't (Flink's class of the same name). */
export const ProcessingTimeoutTrigger = {
  of: <T, W extends Window>(
    nested: Trigger<T, W>,
    timeout: number,
    settings: ProcessingTimeoutSettings = {},
  ): Trigger<T, W> => new ProcessingTimeout(nested, timeout, settings),
};

/** Keeps the last `maxCount` elements (Flink's class of the same name). */
export const CountEvictor = {
  of: <T>(maxCount: number, time: EvictionTime = "before"): Evictor<T, Window> =>
    countEvictor(maxCount, time),
};

/** Keeps the elements of the last `windowSize` ms before the newest one (Flink's class of the same name). */
export const TimeEvictor = {
  of: <T>(windowSize: number, time: EvictionTime = "before"): Evictor<T, Window> =>
    timeEvictor(windowSize, time),
};

/** Drops elements that are `threshold` or more away from the last one (Flink's class of the same name). */
export const DeltaEvictor = {
  of: <T>(
    threshold: number,
    deltaFunction: DeltaFunction<T>,
    time: EvictionTime = "before",
  ): Evictor<T, Window> => deltaEvictor(threshold, deltaFunction, time),
};
