import type { InternalTimer } from "../timer/internal-timer.ts";
import type { TimeDomain } from "../timer/timer-service.ts";

/** Puts elements into the windows of their key, and looks after these windows' timers. */
export interface WindowPlacement<K, In, W> {
  /** Adds an element to its windows; whether it was in any that isn't over. */
  readonly addElement: (value: In, timestamp: number, windows: readonly W[]) => boolean;
  /** Does what a timer of a window calls for: the trigger is asked, and at its end the window is cleaned up. */
  readonly onTimer: (timer: InternalTimer<K, W>, timeDomain: TimeDomain) => void;
}
