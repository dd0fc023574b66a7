import { IllegalArgumentException } from "../../../java/exceptions.ts";
import { EQUAL_WINDOWS_TYPE, getWindowStartWithOffset, type TimeWindow } from "../time-window.ts";
import type { Trigger } from "../trigger.ts";
import { EventTimeTrigger } from "../triggers/event-time-trigger.ts";
import { ProcessingTimeTrigger } from "../triggers/processing-time-trigger.ts";
import type { WindowAssigner, WindowAssignerContext } from "../window-assigner.ts";
import { requireTimestamp } from "./require-timestamp.ts";
import { WindowCache } from "./window-cache.ts";

/** Windows of one size that begin at regular times and overlap if the slide is shorter. All in ms. */
class SlidingWindows {
  readonly #size: number;
  readonly #slide: number;
  readonly #offset: number;
  readonly #cache: WindowCache;

  constructor(size: number, slide: number, offset: number) {
    this.#size = size;
    this.#slide = slide;
    this.#offset = offset;
    this.#cache = new WindowCache(size, slide);
  }

  /** Returns the windows that a time is in, the latest one first; none if it falls between two. */
  windowsAt(time: number): readonly TimeWindow[] {
    const lastStart = getWindowStartWithOffset(time, this.#offset, this.#slide);
    const count = Math.max(0, Math.ceil((lastStart - (time - this.#size)) / this.#slide));
    return this.#cache.windowsFrom(lastStart, count);
  }
}

/** Windows of one size that overlap, by timestamps (Flink's class of the same name). */
export class SlidingEventTimeWindows implements WindowAssigner<unknown, TimeWindow> {
  readonly windowType = EQUAL_WINDOWS_TYPE;
  readonly #windows: SlidingWindows;

  /** All in ms. Throws an IllegalArgumentException unless `abs(offset) < slide` and `size > 0`. */
  constructor(size: number, slide: number, offset = 0) {
    requireSlidingParameters("SlidingEventTimeWindows", size, slide, offset);
    this.#windows = new SlidingWindows(size, slide, offset);
  }

  /** Throws a RuntimeException for an element without a timestamp. */
  assignWindows(_element: unknown, timestamp: number): readonly TimeWindow[] {
    requireTimestamp(timestamp);
    return this.#windows.windowsAt(timestamp);
  }

  getDefaultTrigger(): Trigger<unknown, TimeWindow> {
    return new EventTimeTrigger();
  }

  isEventTime(): boolean {
    return true;
  }
}

/** Windows of one size that overlap, by the clock (Flink's class of the same name). */
export class SlidingProcessingTimeWindows implements WindowAssigner<unknown, TimeWindow> {
  readonly windowType = EQUAL_WINDOWS_TYPE;
  readonly #windows: SlidingWindows;

  /** All in ms. Throws an IllegalArgumentException unless `abs(offset) < slide` and `size > 0`. */
  constructor(size: number, slide: number, offset = 0) {
    requireSlidingParameters("SlidingProcessingTimeWindows", size, slide, offset);
    this.#windows = new SlidingWindows(size, slide, offset);
  }

  assignWindows(
    _element: unknown,
    _timestamp: number,
    context: WindowAssignerContext,
  ): readonly TimeWindow[] {
    return this.#windows.windowsAt(context.getCurrentProcessingTime());
  }

  getDefaultTrigger(): Trigger<unknown, TimeWindow> {
    return new ProcessingTimeTrigger();
  }

  isEventTime(): boolean {
    return false;
  }
}

function requireSlidingParameters(name: string, size: number, slide: number, offset: number): void {
  if (Math.abs(offset) < slide && size > 0) return;
  throw new IllegalArgumentException(`${name} parameters must satisfy abs(offset) < slide and size > 0`);
}
