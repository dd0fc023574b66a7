import { IllegalArgumentException } from "../../../java/exceptions.ts";
import { EARLIEST_TIMESTAMP, NO_TIMESTAMP } from "../../../time/timestamp.ts";
import { mergeWindows, TIME_WINDOW_TYPE, TimeWindow } from "../time-window.ts";
import type { Trigger } from "../trigger.ts";
import { EventTimeTrigger } from "../triggers/event-time-trigger.ts";
import { ProcessingTimeTrigger } from "../triggers/processing-time-trigger.ts";
import type { WindowAssigner, WindowAssignerContext } from "../window-assigner.ts";

/** Returns the gap (ms) after an element, in which the next one must come to be of the same session. */
export type SessionWindowTimeGapExtractor<T> = (element: T) => number;

/** Sessions by timestamps: windows that each element begins and that merge (Flink's class of the same name). */
export class EventTimeSessionWindows implements WindowAssigner<unknown, TimeWindow> {
  readonly windowType = TIME_WINDOW_TYPE;
  readonly mergeWindows = mergeWindows;
  readonly #gap: number;

  /** `gap` is in ms. Throws an IllegalArgumentException unless it is above 0. */
  constructor(gap: number) {
    if (gap <= 0) {
      throw new IllegalArgumentException("EventTimeSessionWindows parameters must satisfy 0 < size");
    }
    this.#gap = gap;
  }

  assignWindows(_element: unknown, timestamp: number): readonly TimeWindow[] {
    return [sessionFrom(timestamp, this.#gap)];
  }

  getDefaultTrigger(): Trigger<unknown, TimeWindow> {
    return new EventTimeTrigger();
  }

  isEventTime(): boolean {
    return true;
  }
}

/** Sessions by timestamps whose gap each element says (Flink's class of the same name). */
export class DynamicEventTimeSessionWindows<T> implements WindowAssigner<T, TimeWindow> {
  readonly windowType = TIME_WINDOW_TYPE;
  readonly mergeWindows = mergeWindows;
  readonly #gapOf: SessionWindowTimeGapExtractor<T>;

  constructor(gapOf: SessionWindowTimeGapExtractor<T>) {
    this.#gapOf = gapOf;
  }

  /** Throws an IllegalArgumentException unless the gap is above 0. */
  assignWindows(element: T, timestamp: number): readonly TimeWindow[] {
    return [sessionFrom(timestamp, positiveGap(this.#gapOf(element)))];
  }

  getDefaultTrigger(): Trigger<T, TimeWindow> {
    return new EventTimeTrigger();
  }

  isEventTime(): boolean {
    return true;
  }
}

/** Sessions by the clock (Flink's class of the same name). */
export class ProcessingTimeSessionWindows implements WindowAssigner<unknown, TimeWindow> {
  readonly windowType = TIME_WINDOW_TYPE;
  readonly mergeWindows = mergeWindows;
  readonly #gap: number;

  /** `gap` is in ms. Throws an IllegalArgumentException unless it is above 0. */
  constructor(gap: number) {
    if (gap <= 0) {
      throw new IllegalArgumentException("ProcessingTimeSessionWindows parameters must satisfy 0 < size");
    }
    this.#gap = gap;
  }

  assignWindows(
    _element: unknown,
    _timestamp: number,
    context: WindowAssignerContext,
  ): readonly TimeWindow[] {
    const now = context.getCurrentProcessingTime();
    return [new TimeWindow(now, now + this.#gap)];
  }

  getDefaultTrigger(): Trigger<unknown, TimeWindow> {
    return new ProcessingTimeTrigger();
  }

  isEventTime(): boolean {
    return false;
  }
}

/** Sessions by the clock whose gap each element says (Flink's class of the same name). */
export class DynamicProcessingTimeSessionWindows<T> implements WindowAssigner<T, TimeWindow> {
  readonly windowType = TIME_WINDOW_TYPE;
  readonly mergeWindows = mergeWindows;
  readonly #gapOf: SessionWindowTimeGapExtractor<T>;

  constructor(gapOf: SessionWindowTimeGapExtractor<T>) {
    this.#gapOf = gapOf;
  }

  /** Throws an IllegalArgumentException unless the gap is above 0. */
  assignWindows(element: T, _timestamp: number, context: WindowAssignerContext): readonly TimeWindow[] {
    const now = context.getCurrentProcessingTime();
    return [new TimeWindow(now, now + positiveGap(this.#gapOf(element)))];
  }

  getDefaultTrigger(): Trigger<T, TimeWindow> {
    return new ProcessingTimeTrigger();
  }

  isEventTime(): boolean {
    return false;
  }
}

/** Unlike other windows of event time, sessions take elements without a timestamp: they are the earliest of all. */
function sessionFrom(timestamp: number, gap: number): TimeWindow {
  const start = timestamp === NO_TIMESTAMP ? EARLIEST_TIMESTAMP : timestamp;
  return new TimeWindow(start, start + gap);
}

function positiveGap(gap: number): number {
  if (gap > 0) return gap;
  throw new IllegalArgumentException("Dynamic session time gap must satisfy 0 < gap");
}
