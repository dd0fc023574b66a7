import type { WatermarkGenerator, WatermarkOutput } from "./watermark-generator.ts";

/**
 * Marks a stream idle that has been without elements for longer than a timeout (Flink's class of the same name). The
 * time counts from the first periodic call without an element before it. While idle the generator inside rests.
 */
export class WatermarksWithIdleness<T> implements WatermarkGenerator<T> {
  readonly #watermarks: WatermarkGenerator<T>;
  readonly #timer: IdlenessTimer;
  #isIdle = false;

  /** `idleTimeout` is in ms; `now` gives the time (ms) of a clock that stands still under back pressure. */
  constructor(watermarks: WatermarkGenerator<T>, idleTimeout: number, now: () => number) {
    this.#watermarks = watermarks;
    this.#timer = new IdlenessTimer(idleTimeout, now);
  }

  onEvent(event: T, timestamp: number, output: WatermarkOutput): void {
    this.#watermarks.onEvent(event, timestamp, output);
    this.#timer.activity();
  }

  onPeriodicEmit(output: WatermarkOutput): void {
    const wasIdle = this.#isIdle;
    this.#isIdle = this.#timer.checkIfIdle();
    if (!this.#isIdle) this.#watermarks.onPeriodicEmit(output);
    else if (!wasIdle) output.markIdle();
  }
}

class IdlenessTimer {
  readonly #idleTimeout: number;
  readonly #now: () => number;
  #hadActivity = false;
  #startOfInactivity: number | undefined;

  constructor(idleTimeout: number, now: () => number) {
    this.#idleTimeout = idleTimeout;
    this.#now = now;
  }

  activity(): void {
    this.#hadActivity = true;
  }

  checkIfIdle(): boolean {
    if (this.#hadActivity) {
      this.#hadActivity = false;
      this.#startOfInactivity = undefined;
      return false;
    }
    this.#startOfInactivity ??= this.#now();
    return this.#now() - this.#startOfInactivity > this.#idleTimeout;
  }
}
