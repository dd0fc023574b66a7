import { TaskIOMetrics } from "../../cluster/task-io-metrics.ts";
import type { LoadEvent } from "../../trace/trace-event.ts";
import type { Tracer } from "../../trace/tracer.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";

/** What keeps a task from working: no input, no room for output, or no room to finish a record. */
export type TaskWait = "idle" | "soft-back-pressure" | "hard-back-pressure";

const WAITS: Readonly<Record<TaskWait, LoadEvent>> = {
  idle: { type: "idle" },
  "soft-back-pressure": { type: "blocked", reason: "soft" },
  "hard-back-pressure": { type: "blocked", reason: "hard" },
};

/** How a task has spent its time, ms. */
export interface TaskTimes {
  readonly total: number;
  readonly idle: number;
  readonly softBackPressured: number;
  readonly hardBackPressured: number;
}

/** Measures how a task spends its time, by Flink's gauges. */
export class TaskLoad {
  readonly metrics: TaskIOMetrics;
  readonly #clock: VirtualClock;
  readonly #tracer: Tracer | null;
  readonly #start: number;
  readonly #waited = { idle: 0, "soft-back-pressure": 0, "hard-back-pressure": 0 };
  #wait: TaskWait | null = null;
  #waitsSince = 0;
  #end: number | null = null;

  constructor(clock: VirtualClock, tracer: Tracer | null) {
    this.#clock = clock;
    this.#tracer = tracer;
    this.#start = clock.now();
    this.metrics = new TaskIOMetrics("measured", clock.now());
  }

  /** What the task waits for; `null` while it works. */
  get waitsFor(): TaskWait | null {
    return this.#wait;
  }

  markWaiting(wait: TaskWait): void {
    if (wait === this.#wait) return;
    this.#stopWaiting();
    this.#tracer?.record(WAITS[wait]);
    this.#wait = wait;
    this.#waitsSince = this.#clock.now();
    this.#gauge(wait).markStart(this.#waitsSince);
  }

  markWorking(): void {
    if (this.#wait === null) return;
    this.#stopWaiting();
    this.#tracer?.record({ type: "busy" });
  }

  /** The task has no input any more: what it waits for from now on is not part of its times. */
  end(): void {
    this.#stopWaiting();
    this.#end ??= this.#clock.now();
  }

  /** Returns how the task has spent its time from its start to the end of its input, or until now. */
  times(): TaskTimes {
    const now = this.#end ?? this.#clock.now();
    const waited = (wait: TaskWait) =>
      this.#waited[wait] + (this.#end === null && this.#wait === wait ? now - this.#waitsSince : 0);
    return {
      total: now - this.#start,
      idle: waited("idle"),
      softBackPressured: waited("soft-back-pressure"),
      hardBackPressured: waited("hard-back-pressure"),
    };
  }

  /** Takes a reading of all gauges, which Flink does every 5 s. */
  update(): void {
    this.metrics.update(this.#clock.now());
  }

  /** Returns the time (ms) without what the task has been back-pressured. */
  activityTime(): number {
    return this.#clock.currentTimeMillis() - this.metrics.accumulatedBackPressuredTime;
  }

  #stopWaiting(): void {
    if (this.#wait === null) return;
    const now = this.#clock.now();
    this.#gauge(this.#wait).markEnd(now);
    if (this.#end === null) this.#waited[this.#wait] += now - this.#waitsSince;
    this.#wait = null;
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
