import { ReducingStateDescriptor } from "../../../state/state-descriptor.ts";
import type { OnMergeContext, Trigger, TriggerContext, TriggerResult } from "../trigger.ts";
import type { Window } from "../window.ts";

/** Fires again and again as the watermark passes multiples of an interval (ms), and at the window's end. */
export class ContinuousEventTimeTrigger implements Trigger<unknown, Window> {
  readonly #interval: number;
  readonly #fireTime = new ReducingStateDescriptor<number>("fire-time", Math.min);

  constructor(interval: number) {
    this.#interval = interval;
  }

  onElement(_element: unknown, timestamp: number, window: Window, context: TriggerContext): TriggerResult {
    if (window.maxTimestamp() <= context.getCurrentWatermark()) return "FIRE";
    context.registerEventTimeTimer(window.maxTimestamp());
    if (context.getPartitionedState(this.#fireTime).get() === null) {
      this.#registerNext(timestamp - (timestamp % this.#interval), window, context);
    }
    return "CONTINUE";
  }

  onEventTime(time: number, window: Window, context: TriggerContext): TriggerResult {
    if (time === window.maxTimestamp()) return "FIRE";
    const fireTime = context.getPartitionedState(this.#fireTime);
    if (fireTime.get() !== time) return "CONTINUE";
    fireTime.clear();
    this.#registerNext(time, window, context);
    return "FIRE";
  }

  onProcessingTime(): TriggerResult {
    return "CONTINUE";
  }

  onMerge(_window: Window, context: OnMergeContext): void {
    context.mergePartitionedState(this.#fireTime);
    const next = context.getPartitionedState(this.#fireTime).get();
    if (next !== null) context.registerEventTimeTimer(next);
  }

  /** The timer at the window's end stays, as in Flink. */
  clear(_window: Window, context: TriggerContext): void {
    const fireTime = context.getPartitionedState(this.#fireTime);
    const next = fireTime.get();
    if (next === null) return;
    context.deleteEventTimeTimer(next);
    fireTime.clear();
  }

  #registerNext(time: number, window: Window, context: TriggerContext): void {
    const next = Math.min(time + this.#interval, window.maxTimestamp());
    context.getPartitionedState(this.#fireTime).add(next);
    context.registerEventTimeTimer(next);
  }
}
