import { HeapPriorityQueue, type HeapElement } from "../java/heap-priority-queue.ts";
import { LONG_MIN } from "../java/long.ts";
import type { ProcessingTimeService } from "../time/processing-time-service.ts";

class KeyedTimer implements HeapElement {
  readonly key: string;
  readonly timestamp: number;
  heapIndex = 0;

  constructor(key: string, timestamp: number) {
    this.key = key;
    this.timestamp = timestamp;
  }
}

/** What is called when a timer of `key` for `timestamp` ms is due. */
export type TimerCallback = (key: string, timestamp: number) => void;

/**
 * The timers of an operator in one time domain (Flink's `InternalTimerServiceImpl`): one a key and timestamp, fired
 * by timestamp, and those of one timestamp in the order of Flink's heap.
 */
export class Timers {
  readonly #onTimer: TimerCallback;
  readonly #queue = new HeapPriorityQueue<KeyedTimer>();
  readonly #timers = new Map<string, Map<number, KeyedTimer>>();
  #progress = LONG_MIN;

  constructor(onTimer: TimerCallback) {
    this.#onTimer = onTimer;
  }

  /** How far time has come, ms: the current watermark, or the processing time of the last advance. */
  get progress(): number {
    return this.#progress;
  }

  /** Registers a timer. One that is due already fires with the next advance. */
  register(key: string, timestamp: number): void {
    const timersOfKey = this.#timers.get(key) ?? new Map<number, KeyedTimer>();
    if (timersOfKey.has(timestamp)) return;
    const timer = new KeyedTimer(key, timestamp);
    timersOfKey.set(timestamp, timer);
    this.#timers.set(key, timersOfKey);
    this.#queue.add(timer);
  }

  delete(key: string, timestamp: number): void {
    const timer = this.#timers.get(key)?.get(timestamp);
    if (timer === undefined) return;
    this.#queue.remove(timer);
    this.#forget(timer);
  }

  /** Moves time to `timestamp` and fires what is due by then, also what a firing registers. */
  advance(timestamp: number): void {
    this.#progress = timestamp;
    for (let head = this.#queue.peek(); head !== undefined; head = this.#queue.peek()) {
      if (head.timestamp > timestamp) return;
      this.#queue.poll();
      this.#forget(head);
      this.#onTimer(head.key, head.timestamp);
    }
  }

  #forget(timer: KeyedTimer): void {
    const timersOfKey = this.#timers.get(timer.key);
    timersOfKey?.delete(timer.timestamp);
    if (timersOfKey?.size === 0) this.#timers.delete(timer.key);
  }
}

/** Timers of processing time: the clock of the task drives them. */
export class ProcessingTimers {
  readonly #clock: ProcessingTimeService;
  readonly #timers: Timers;

  constructor(clock: ProcessingTimeService, onTimer: TimerCallback) {
    this.#clock = clock;
    this.#timers = new Timers(onTimer);
  }

  /** Registers a timer; one that is due already fires when the clock moves next. */
  register(key: string, timestamp: number): void {
    this.#timers.register(key, timestamp);
    this.#clock.registerTimer(timestamp, () => this.#timers.advance(this.#clock.getCurrentProcessingTime()));
  }

  delete(key: string, timestamp: number): void {
    this.#timers.delete(key, timestamp);
  }
}
