import { IllegalArgumentException } from "../../../java/exceptions.ts";
import { EQUAL_WINDOWS_TYPE, getWindowStartWithOffset, type TimeWindow } from "../time-window.ts";
import type { Trigger } from "../trigger.ts";
import { EventTimeTrigger } from "../triggers/event-time-trigger.ts";
import { ProcessingTimeTrigger } from "../triggers/processing-time-trigger.ts";
import type { WindowAssigner, WindowAssignerContext } from "../window-assigner.ts";
import { requireTimestamp } from "./require-timestamp.ts";
import { WindowCache } from "./window-cache.ts";

/** Windows of one size (ms) that follow each other, by timestamps (Flink's class of the same name). */
export class TumblingEventTimeWindows implements WindowAssigner<unknown, TimeWindow> {
  readonly windowType = EQUAL_WINDOWS_TYPE;
  readonly #size: number;
  readonly #offset: number;
  readonly #cache: WindowCache;

  /** Throws an IllegalArgumentException unless `abs(offset) < size`. */
  constructor(size: number, offset = 0) {
    if (Math.abs(offset) >= size) {
      throw new IllegalArgumentException(
        "TumblingEventTimeWindows parameters must satisfy abs(offset) < size",
      );
    }
    this.#size = size;
    this.#offset = offset;
    this.#cache = new WindowCache(size, size);
  }

  /** Throws a RuntimeException for an element without a timestamp. */
  assignWindows(_element: unknown, timestamp: number): readonly TimeWindow[] {
    requireTimestamp(timestamp);
    return this.#cache.windowsFrom(getWindowStartWithOffset(timestamp, this.#offset, this.#size), 1);
  }

  getDefaultTrigger(): Trigger<unknown, TimeWindow> {
    return new EventTimeTrigger();
  }

  isEventTime(): boolean {
    return true;
  }
}

/** Windows of one size (ms) that follow each other, by the clock (Flink's class of the same name). */
export class TumblingProcessingTimeWindows implements WindowAssigner<unknown, TimeWindow> {
  readonly windowType = EQUAL_WINDOWS_TYPE;
  readonly #size: number;
  readonly #offset: number;
  readonly #cache: WindowCache;

  /** Throws an IllegalArgumentException unless `abs(offset) < size`. */
  constructor(size: number, offset = 0) {
    if (Math.abs(offset) >= size) {
      throw new IllegalArgumentException(
        "TumblingProcessingTimeWindows parameters must satisfy abs(offset) < size",
      );
    }
    this.#size = size;
    this.#offset = offset;
    this.#cache = new WindowCache(size, size);
  }

  assignWindows(
    _element: unknown,
    _timestamp: number,
    context: WindowAssignerContext,
  ): readonly TimeWindow[] {
    const now = context.getCurrentProcessingTime();
    return this.#cache.windowsFrom(getWindowStartWithOffset(now, this.#offset, this.#size), 1);
  }

  getDefaultTrigger(): Trigger<unknown, TimeWindow> {
    return new ProcessingTimeTrigger();
  }

  isEventTime(): boolean {
    return false;
  }
}
