/** Time between two readings of a gauge, ms (Flink's `View.UPDATE_INTERVAL_SECONDS`). */
const UPDATE_INTERVAL = 5000;

/** Readings that the mean is taken over: 60 s. */
const READINGS = 12;

/**
 * Measures how much of each second a task spends in one state, as a mean over the last 60 s (Flink's `TimerGauge`).
 * All times are ms on the caller's clock.
 */
export class TimerGauge {
  /** What was measured between the last readings, the oldest first; at most 12. */
  readonly #readings: number[] = [];
  #count = 0;
  #accumulatedCount = 0;
  #longest = 0;
  #previousLongest = 0;
  #value = 0;
  /** The measurement that runs: since when, and up to when it has been counted. */
  #running: { readonly since: number; readonly countedUpTo: number } | null = null;

  /** Enters the state; without effect if the task is in it. */
  markStart(now: number): void {
    this.#running ??= { since: now, countedUpTo: now };
  }

  /** Leaves the state; without effect if the task is not in it. */
  markEnd(now: number): void {
    this.#countRunning(now);
    this.#running = null;
  }

  /** Takes a reading. Flink calls this every 5 s. */
  update(now: number): void {
    this.#countRunning(now);
    this.#readings.push(this.#count);
    if (this.#readings.length > READINGS) this.#readings.shift();
    this.#value = meanPerSecond(this.#readings);
    this.#previousLongest = this.#longest;
    this.#count = 0;
    this.#longest = 0;
  }

  /** The mean time in the state, ms per second, 0 to 1000, as of the last reading. */
  getValue(): number {
    return this.#value;
  }

  /** The longest single stretch that ended or went on before the last reading, ms from its very start. */
  getMaxSingleMeasurement(): number {
    return this.#previousLongest;
  }

  /** All time in the state that has been counted so far, ms. */
  getAccumulatedCount(): number {
    return this.#accumulatedCount;
  }

  #countRunning(now: number): void {
    if (this.#running === null) return;
    const { since, countedUpTo } = this.#running;
    this.#count += now - countedUpTo;
    this.#accumulatedCount += now - countedUpTo;
    this.#longest = Math.max(this.#longest, now - since);
    this.#running = { since, countedUpTo: now };
  }
}

function meanPerSecond(readings: readonly number[]): number {
  const total = readings.reduce((sum, reading) => sum + reading, 0);
  const seconds = (readings.length * UPDATE_INTERVAL) / 1000;
  return Math.max(0, Math.min(Math.trunc(total / seconds), 1000));
}
