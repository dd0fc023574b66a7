import type { VirtualClock } from "../clock/virtual-clock.ts";

/** Wakes a source when its reader has said that there will be something to read. */
export class SourceAlarm {
  readonly #clock: VirtualClock;
  readonly #wakeUp: () => void;
  #ringsAt = Number.POSITIVE_INFINITY;

  constructor(clock: VirtualClock, wakeUp: () => void) {
    this.#clock = clock;
    this.#wakeUp = wakeUp;
  }

  /** Rings at `time` (ms) at the latest; Infinity: not at all. */
  setFor(time: number): void {
    if (time >= this.#ringsAt) return;
    this.#ringsAt = time;
    this.#clock.schedule(time, () => {
      this.#ringsAt = Number.POSITIVE_INFINITY;
      this.#wakeUp();
    });
  }
}
