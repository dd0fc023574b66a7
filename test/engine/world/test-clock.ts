import { VirtualClock } from "../../../src/engine/runtime/clock/virtual-clock.ts";
import type { Scheduled, WorldClock } from "../../../src/engine/world/world-clock.ts";

/** The clock of a run without a cluster: a test moves it, and reads how long its callers have been blocked. */
export class TestClock implements WorldClock {
  readonly #clock = new VirtualClock();
  /** For how long (ms) all calls together have blocked their callers. */
  spent = 0;

  now(): number {
    return this.#clock.now();
  }

  schedule(time: number, action: () => void): Scheduled {
    return this.#clock.schedule(time, action);
  }

  scheduleInBackground(time: number, action: () => void): Scheduled {
    return this.#clock.scheduleInBackground(time, action);
  }

  spend(duration: number): void {
    this.spent += duration;
  }

  /** Whether something is to happen that a run waits for. */
  hasForegroundEvents(): boolean {
    return this.#clock.hasForegroundEvents();
  }

  /** Moves to a time (ms), and lets everything happen that is due until then. */
  advanceTo(time: number): void {
    while (this.#clock.nextEventTime() <= time) this.#clock.advance();
    this.#clock.schedule(time, () => {});
    this.#clock.advance();
  }

  advanceBy(duration: number): void {
    this.advanceTo(this.now() + duration);
  }
}
