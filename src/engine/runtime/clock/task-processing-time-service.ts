import { LONG_MAX } from "../../java/long.ts";
import type { ProcessingTimeService, ScheduledTimer } from "../../time/processing-time-service.ts";
import type { Cancellable, VirtualClock } from "./virtual-clock.ts";

/**
 * The clock of one task (Flink's `SystemProcessingTimeService` behind a mailbox): a timer that is due becomes a mail,
 * which the task reads between two elements. A task that works for long reads it late.
 */
export class TaskProcessingTimeService implements ProcessingTimeService {
  readonly #clock: VirtualClock;
  readonly #mail: (mail: () => void) => void;
  readonly #timers = new Set<Cancellable>();

  constructor(clock: VirtualClock, mail: (mail: () => void) => void) {
    this.#clock = clock;
    this.#mail = mail;
  }

  getCurrentProcessingTime(): number {
    return this.#clock.currentTimeMillis();
  }

  registerTimer(timestamp: number, callback: (timestamp: number) => void): ScheduledTimer {
    let isCancelled = timestamp === LONG_MAX;
    if (isCancelled) return { cancel: () => {} };
    const timer = this.#clock.schedule(timestamp, () => {
      this.#timers.delete(timer);
      this.#mail(() => {
        if (!isCancelled) callback(timestamp);
      });
    });
    this.#timers.add(timer);
    return {
      cancel: () => {
        isCancelled = true;
        timer.cancel();
        this.#timers.delete(timer);
      },
    };
  }

  /** Calls all timers off: the task is over. */
  quiesce(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
  }
}
