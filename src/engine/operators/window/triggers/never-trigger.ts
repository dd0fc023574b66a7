import type { Trigger, TriggerResult } from "../trigger.ts";
import type { Window } from "../window.ts";

/** Never fires: what global windows have if nobody gives them a trigger (`GlobalWindows.NeverTrigger`). */
export class NeverTrigger implements Trigger<unknown, Window> {
  onElement(): TriggerResult {
    return "CONTINUE";
  }

  onEventTime(): TriggerResult {
    return "CONTINUE";
  }

  onProcessingTime(): TriggerResult {
    return "CONTINUE";
  }

  onMerge(): void {}

  clear(): void {}
}
