import type { Key } from "../../java/hash-code.ts";
import type { InternalTimer } from "../timer/internal-timer.ts";
import type { TimeDomain } from "../timer/timer-service.ts";
import type { WindowFiring } from "./window-firing.ts";
import type { WindowPlacement } from "./window-placement.ts";
import type { WindowTimes } from "./window-times.ts";
import type { Window } from "./window.ts";

/** About which elements of a window its trigger is asked, as long as the window is not due. */
export type TriggerAsking = "every-element" | "first-element";

/** Windows that stay as they were assigned. */
export class SeparateWindows<K extends Key, In, Out, W extends Window> implements WindowPlacement<K, In, W> {
  readonly #firing: WindowFiring<K, In, Out, W>;
  readonly #times: WindowTimes<K, W>;
  readonly #waitsForTimers: boolean;

  /** `asking` says whether a trigger that only waits for its timer is asked about every element all the same. */
  constructor(firing: WindowFiring<K, In, Out, W>, times: WindowTimes<K, W>, asking: TriggerAsking) {
    this.#firing = firing;
    this.#times = times;
    this.#waitsForTimers = asking === "first-element";
  }

  addElement(value: In, timestamp: number, windows: readonly W[]): boolean {
    let isAdded = false;
    for (const window of windows) {
      if (this.#times.isWindowLate(window)) continue;
      isAdded = true;
      const isFirst = this.#firing.addToContents(value, timestamp, window);
      if (!isFirst && this.#isWaiting(window)) continue;
      this.#firing.onElement(value, timestamp, window);
      this.#times.registerCleanupTimer(window);
    }
    return isAdded;
  }

  onTimer(timer: InternalTimer<K, W>, timeDomain: TimeDomain): void {
    this.#firing.onTimer(timer, timeDomain, timer.namespace);
    if (this.#times.isCleanup(timer, timeDomain)) this.#firing.clearAllState(timer.namespace);
  }

  /**
   * Whether a window has the timers that it needs and nothing to do before them, because its trigger set its timer
   * with the first element and waits for it.
   */
  #isWaiting(window: W): boolean {
    return this.#waitsForTimers && !this.#times.mayHaveBeenDue(window);
  }
}
