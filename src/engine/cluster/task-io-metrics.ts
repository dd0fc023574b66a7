import { TimerGauge } from "./timer-gauge.ts";

/** Whether a task tells how busy it is; a legacy source cannot. */
export type BusyTime = "measured" | "unknown";

/** Flink's word for how strongly a task is back-pressured, as its web UI shows it. */
export type BackPressureLevel = "ok" | "low" | "high";

/**
 * How a task spends its time: idle, back-pressured or busy (the time metrics of Flink's `TaskIOMetricGroup`).
 * All times are ms; a `…MsPerSecond` is a mean of the last 60 s.
 */
export class TaskIOMetrics {
  /** No input to work on. */
  readonly idleTimeMsPerSecond = new TimerGauge();
  /** Waiting for an output buffer before the next record. */
  readonly softBackPressuredTimeMsPerSecond = new TimerGauge();
  /** Blocked within a record. */
  readonly hardBackPressuredTimeMsPerSecond = new TimerGauge();
  readonly #busyTime: BusyTime;
  readonly #taskStartTime: number;

  constructor(busyTime: BusyTime, taskStartTime: number) {
    this.#busyTime = busyTime;
    this.#taskStartTime = taskStartTime;
  }

  /** Takes a reading of all gauges. */
  update(now: number): void {
    this.idleTimeMsPerSecond.update(now);
    this.softBackPressuredTimeMsPerSecond.update(now);
    this.hardBackPressuredTimeMsPerSecond.update(now);
  }

  /** Soft and hard back pressure together. */
  get backPressuredTimeMsPerSecond(): number {
    return (
      this.softBackPressuredTimeMsPerSecond.getValue() + this.hardBackPressuredTimeMsPerSecond.getValue()
    );
  }

  /** What is neither idle nor back-pressured; `NaN` if the task cannot tell. */
  get busyTimeMsPerSecond(): number {
    if (this.#busyTime === "unknown") return Number.NaN;
    return 1000 - Math.min(1000, this.idleTimeMsPerSecond.getValue() + this.backPressuredTimeMsPerSecond);
  }

  /** All back-pressured time so far. */
  get accumulatedBackPressuredTime(): number {
    return (
      this.softBackPressuredTimeMsPerSecond.getAccumulatedCount() +
      this.hardBackPressuredTimeMsPerSecond.getAccumulatedCount()
    );
  }

  /** All busy time from the task's start until `now`; `NaN` if the task cannot tell. */
  accumulatedBusyTime(now: number): number {
    if (this.#busyTime === "unknown") return Number.NaN;
    const idle = this.idleTimeMsPerSecond.getAccumulatedCount();
    return Math.max(0, now - this.#taskStartTime - idle - this.accumulatedBackPressuredTime);
  }
}

/** Returns the level of a share of time (0 to 1) that a task is back-pressured (`JobVertexBackPressureHandler`). */
export function getBackPressureLevel(backPressureRatio: number): BackPressureLevel {
  if (backPressureRatio <= 0.1) return "ok";
  return backPressureRatio <= 0.5 ? "low" : "high";
}
