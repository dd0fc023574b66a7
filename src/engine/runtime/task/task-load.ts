import { TaskIOMetrics } from "../../cluster/task-io-metrics.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";

/** What keeps a task from working: no input, no room for output, or no room to finish a record. */
export type TaskWait = "idle" | "soft-back-pressure" | "hard-back-pressure";

/** Measures how a task spends its time, by Flink's gauges. */
export class TaskLoad {
  readonly metrics: TaskIOMetrics;
  readonly #clock: VirtualClock;
  #wait: TaskWait | null = null;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
    this.metrics = new TaskIOMetrics("measured", clock.now());
  }

  /** What the task waits for; `null` while it works. */
  get waitsFor(): TaskWait | null {
    return this.#wait;
  }

  markWaiting(wait: TaskWait): void {
    if (wait === this.#wait) return;
    this.markWorking();
    this.#wait = wait;
    this.#gauge(wait).markStart(this.#clock.now());
  }

  markWorking(): void {
    if (this.#wait === null) return;
    this.#gauge(this.#wait).markEnd(this.#clock.now());
    this.#wait = null;
  }

  /** Takes a reading of all gauges, which Flink does every 5 s. */
  update(): void {
    this.metrics.update(this.#clock.now());
  }

  /** Returns the time (ms) without what the task has been back-pressured. */
  activityTime(): number {
    return this.#clock.currentTimeMillis() - this.metrics.accumulatedBackPressuredTime;
  }

  #gauge(wait: TaskWait) {
    switch (wait) {
      case "idle":
        return this.metrics.idleTimeMsPerSecond;
      case "soft-back-pressure":
        return this.metrics.softBackPressuredTimeMsPerSecond;
      case "hard-back-pressure":
        return this.metrics.hardBackPressuredTimeMsPerSecond;
    }
  }
}
