import { GLOBAL_WINDOW, GLOBAL_WINDOW_TYPE, type GlobalWindow } from "../global-window.ts";
import type { Trigger } from "../trigger.ts";
import { NeverTrigger } from "../triggers/never-trigger.ts";
import type { WindowAssigner } from "../window-assigner.ts";

const ONLY_WINDOW: readonly GlobalWindow[] = [GLOBAL_WINDOW];

/** Puts everything into one window that never ends; it takes a trigger to get anything out. */
export class GlobalWindows implements WindowAssigner<unknown, GlobalWindow> {
  readonly windowType = GLOBAL_WINDOW_TYPE;

  assignWindows(): readonly GlobalWindow[] {
    return ONLY_WINDOW;
  }

  getDefaultTrigger(): Trigger<unknown, GlobalWindow> {
    return new NeverTrigger();
  }

  isEventTime(): boolean {
    return false;
  }
}
