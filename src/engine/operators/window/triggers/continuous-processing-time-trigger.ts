import { ReducingStateDescriptor } from "../../../state/state-descriptor.ts";
import type { OnMergeContext, Trigger, TriggerContext, TriggerResult } from "../trigger.ts";
import type { Window } from "../window.ts";

/**
 * Fires again and again as the clock passes multiples of an interval (ms), and for the last time when it passes the
 * window's end. Over a window of event time it does not fire when the watermark gets there.
 */
export class ContinuousProcessingTimeTrigger implements Trigger<unknown, Window> {
  readonly #interval: number;
  readonly #fireTime = new ReducingStateDescriptor<number>("fire-time", Math.min);

  constructor(interval: number) {
    this.#interval = interval;
  }

  onElement(_element: unknown, _timestamp: number, window: Window, context: TriggerContext): TriggerResult {
    if (context.getPartitionedState(this.#fireTime).get() === null) {
      const now = context.getCurrentProcessingTime();
      this.#registerNext(now - (now % this.#interval), window, context);
    }
    return "CONTINUE";
  }

  onEventTime(): TriggerResult {
    return "CONTINUE";
  }

  onProcessingTime(time: number, window: Window, context: TriggerContext): TriggerResult {
    if (time === window.maxTimestamp()) return "FIRE";
    const fireTime = context.getPartitionedState(this.#fireTime);
    if (fireTime.get() !== time) return "CONTINUE";
    fireTime.clear();
    this.#registerNext(time, window, context);
    return "FIRE";
  }

  onMerge(_window: Window, context: OnMergeContext): void {
    context.mergePartitionedState(this.#fireTime);
    const next = context.getPartitionedState(this.#fireTime).get();
    if (next !== null) context.registerProcessingTimeTimer(next);
  }

  clear(_window: Window, context: TriggerContext): void {
    const fireTime = context.getPartitionedState(this.#fireTime);
    const next = fireTime.get();
    if (next === null) return;
    context.deleteProcessingTimeTimer(next);
    fireTime.clear();
  }

  #registerNext(time: number, window: Window, context: TriggerContext): void {
    const next = Math.min(time + this.#interval, window.maxTimestamp());
    context.getPartitionedState(this.#fireTime).add(next);
    context.registerProcessingTimeTimer(next);
  }
}
