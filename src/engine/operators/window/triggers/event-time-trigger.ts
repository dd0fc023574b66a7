import type { OnMergeContext, Trigger, TriggerContext, TriggerResult } from "../trigger.ts";
import type { Window } from "../window.ts";

/** Fires when the watermark passes the end of the window, and from then on with every late element. */
export class EventTimeTrigger implements Trigger<unknown, Window> {
  onElement(_element: unknown, _timestamp: number, window: Window, context: TriggerContext): TriggerResult {
    const maxTimestamp = window.maxTimestamp();
    if (maxTimestamp <= context.getCurrentWatermark()) return "FIRE";
    context.registerEventTimeTimer(maxTimestamp);
    return "CONTINUE";
  }

  /** Another timer of the window, that of its cleanup, does not fire it. */
  onEventTime(time: number, window: Window): TriggerResult {
    return time === window.maxTimestamp() ? "FIRE" : "CONTINUE";
  }

  onProcessingTime(): TriggerResult {
    return "CONTINUE";
  }

  onMerge(window: Window, context: OnMergeContext): void {
    const maxTimestamp = window.maxTimestamp();
    if (maxTimestamp > context.getCurrentWatermark()) context.registerEventTimeTimer(maxTimestamp);
  }

  clear(window: Window, context: TriggerContext): void {
    context.deleteEventTimeTimer(window.maxTimestamp());
  }
}
