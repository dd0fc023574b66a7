import { ReducingStateDescriptor } from "../../../state/state-descriptor.ts";
import type { OnMergeContext, Trigger, TriggerContext, TriggerResult } from "../trigger.ts";
import type { Window } from "../window.ts";

/** Fires when a window has got so many elements since it last fired. It does not fire at the window's end. */
export class CountTrigger implements Trigger<unknown, Window> {
  readonly #maxCount: number;
  readonly #count = new ReducingStateDescriptor<number>("count", (left, right) => left + right);

  constructor(maxCount: number) {
    this.#maxCount = maxCount;
  }

  onElement(_element: unknown, _timestamp: number, _window: Window, context: TriggerContext): TriggerResult {
    const count = context.getPartitionedState(this.#count);
    count.add(1);
    if ((count.get() ?? 0) < this.#maxCount) return "CONTINUE";
    count.clear();
    return "FIRE";
  }

  onEventTime(): TriggerResult {
    return "CONTINUE";
  }

  onProcessingTime(): TriggerResult {
    return "CONTINUE";
  }

  onMerge(_window: Window, context: OnMergeContext): void {
    context.mergePartitionedState(this.#count);
  }

  clear(_window: Window, context: TriggerContext): void {
    context.getPartitionedState(this.#count).clear();
  }
}
