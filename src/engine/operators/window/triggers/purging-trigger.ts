import type { OnMergeContext, Trigger, TriggerContext, TriggerResult } from "../trigger.ts";
import type { Window } from "../window.ts";

/** Empties the window whenever the trigger inside fires it. The window, its timers and trigger state stay. */
export class PurgingTrigger<T, W extends Window> implements Trigger<T, W> {
  readonly #nested: Trigger<T, W>;
  readonly onMerge?: (window: W, context: OnMergeContext) => void;

  constructor(nested: Trigger<T, W>) {
    this.#nested = nested;
    if (nested.onMerge !== undefined) this.onMerge = (window, context) => nested.onMerge?.(window, context);
  }

  onElement(element: T, timestamp: number, window: W, context: TriggerContext): TriggerResult {
    return purging(this.#nested.onElement(element, timestamp, window, context));
  }

  onEventTime(time: number, window: W, context: TriggerContext): TriggerResult {
    return purging(this.#nested.onEventTime(time, window, context));
  }

  onProcessingTime(time: number, window: W, context: TriggerContext): TriggerResult {
    return purging(this.#nested.onProcessingTime(time, window, context));
  }

  clear(window: W, context: TriggerContext): void {
    this.#nested.clear(window, context);
  }
}

function purging(result: TriggerResult): TriggerResult {
  return result === "FIRE" ? "FIRE_AND_PURGE" : result;
}
