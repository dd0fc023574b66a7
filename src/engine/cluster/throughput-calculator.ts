/**
 * Measures the bytes per second of a task's input over the time in which it was not idle (Flink's
 * `ThroughputCalculator`). All times are ms on the caller's clock.
 */
export class ThroughputCalculator {
  #throughput = 0;
  #bytes = 0;
  #measuredTime = 0;
  /** Since when the running measurement counts; `null` while it pauses. */
  #measuringSince: number | null = null;

  /** Counts bytes that came in; they end a pause, and the first ones begin the measurement. */
  incomingDataSize(bytes: number, now: number): void {
    this.resumeMeasurement(now);
    this.#bytes += bytes;
  }

  /** Stops the measurement: the task is idle. */
  pauseMeasurement(now: number): void {
    this.#countTime(now);
    this.#measuringSince = null;
  }

  /** Goes on with the measurement: the task is idle no more. */
  resumeMeasurement(now: number): void {
    this.#measuringSince ??= now;
  }

  /**
   * Returns the bytes per second since the last call, cut off to a whole number, and starts a new period. If no
   * time was measured it is the last result.
   */
  calculateThroughput(now: number): number {
    this.#countTime(now);
    if (this.#measuredTime > 0) this.#throughput = Math.trunc((this.#bytes / this.#measuredTime) * 1000);
    this.#bytes = 0;
    this.#measuredTime = 0;
    return this.#throughput;
  }

  #countTime(now: number): void {
    if (this.#measuringSince === null) return;
    this.#measuredTime += now - this.#measuringSince;
    this.#measuringSince = now;
  }
}
