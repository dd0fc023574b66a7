import type { OnMergeContext, Trigger, TriggerContext, TriggerResult } from "../trigger.ts";
import type { Window } from "../window.ts";

/** Fires when the clock passes the end of the window. */
export class ProcessingTimeTrigger implements Trigger<unknown, Window> {
  onElement(_element: unknown, _timestamp: number, window: Window, context: TriggerContext): TriggerResult {
    context.registerProcessingTimeTimer(window.maxTimestamp());
    return "CONTINUE";
  }

  onEventTime(): TriggerResult {
    return "CONTINUE";
  }

  onProcessingTime(): TriggerResult {
    return "FIRE";
  }

  onMerge(window: Window, context: OnMergeContext): void {
    const maxTimestamp = window.maxTimestamp();
    if (maxTimestamp > context.getCurrentProcessingTime()) context.registerProcessingTimeTimer(maxTimestamp);
  }

  clear(window: Window, context: TriggerContext): void {
    context.deleteProcessingTimeTimer(window.maxTimestamp());
  }
}
