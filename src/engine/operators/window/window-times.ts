import type { Key } from "../../java/hash-code.ts";
import { LONG_MAX } from "../../java/long.ts";
import type { InternalTimerService } from "../timer/internal-timer-service.ts";
import type { InternalTimer } from "../timer/internal-timer.ts";
import type { TimeDomain } from "../timer/timer-service.ts";
import type { Window } from "./window.ts";

/** When windows are late and when they are cleaned up. All times are in ms. */
export class WindowTimes<K extends Key, W extends Window> {
  readonly #timers: InternalTimerService<K, W>;
  readonly #isEventTime: boolean;
  readonly #allowedLateness: number;

  /** `timeDomain` is the one by which the windows go. */
  constructor(timers: InternalTimerService<K, W>, timeDomain: TimeDomain, allowedLateness: number) {
    this.#timers = timers;
    this.#isEventTime = timeDomain === "EVENT_TIME";
    this.#allowedLateness = allowedLateness;
  }

  /** Whether a timer of `timeDomain` that has come is the one that ends its window. */
  isCleanup(timer: InternalTimer<K, W>, timeDomain: TimeDomain): boolean {
    if (this.#isEventTime !== (timeDomain === "EVENT_TIME")) return false;
    return timer.timestamp === this.cleanupTime(timer.namespace);
  }

  /** Returns when a window is over for good. Lateness means nothing by the clock. */
  cleanupTime(window: W): number {
    return this.#isEventTime ? window.maxTimestamp() + this.#allowedLateness : window.maxTimestamp();
  }

  /** Whether a window is over for good (`WindowOperator.isWindowLate`). */
  isWindowLate(window: W): boolean {
    return this.#isEventTime && this.cleanupTime(window) <= this.#timers.currentWatermark();
  }

  /** Whether the watermark may have been at the end of a window once, so that its timer may be gone. */
  mayHaveBeenDue(window: W): boolean {
    return window.maxTimestamp() <= this.#timers.highestWatermark();
  }

  /** Whether the time of a window has come already, so that no merge may have made it. */
  isOver(window: W): boolean {
    if (this.#isEventTime) return this.isWindowLate(window);
    return window.maxTimestamp() <= this.#timers.currentProcessingTime();
  }

  /** Whether an element without a window is late; else it just is in none (`WindowOperator.isElementLate`). */
  isElementLate(timestamp: number): boolean {
    return this.#isEventTime && timestamp + this.#allowedLateness <= this.#timers.currentWatermark();
  }

  /** Registers the timer that ends a window; one that never ends needs none. */
  registerCleanupTimer(window: W): void {
    const time = this.cleanupTime(window);
    if (time === LONG_MAX) return;
    if (this.#isEventTime) this.#timers.registerEventTimeTimer(window, time);
    else this.#timers.registerProcessingTimeTimer(window, time);
  }

  deleteCleanupTimer(window: W): void {
    const time = this.cleanupTime(window);
    if (time === LONG_MAX) return;
    if (this.#isEventTime) this.#timers.deleteEventTimeTimer(window, time);
    else this.#timers.deleteProcessingTimeTimer(window, time);
  }
}
