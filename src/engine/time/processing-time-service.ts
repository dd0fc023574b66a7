import { HeapPriorityQueue, type HeapElement } from "../java/heap-priority-queue.ts";

/** What can be called off: a registered call of the clock. */
export interface ScheduledTimer {
  /** Calls it off; does nothing if it has been called already. */
  readonly cancel: () => void;
}

/** The clock of a task (Flink's `ProcessingTimeService`). */
export interface ProcessingTimeService {
  /** Returns the processing time in ms. */
  readonly getCurrentProcessingTime: () => number;
  /** Has `callback` called with `timestamp` once the clock is there; at the next move if it is there already. */
  readonly registerTimer: (timestamp: number, callback: (timestamp: number) => void) => ScheduledTimer;
}

class ScheduledCall implements HeapElement, ScheduledTimer {
  readonly timestamp: number;
  heapIndex = 0;
  callback: ((timestamp: number) => void) | undefined;

  constructor(timestamp: number, callback: (timestamp: number) => void) {
    this.timestamp = timestamp;
    this.callback = callback;
  }

  cancel(): void {
    this.callback = undefined;
  }
}

/** A clock that a test sets (Flink's class of the same name). It begins at 0 ms. */
export class TestProcessingTimeService implements ProcessingTimeService {
  readonly #calls = new HeapPriorityQueue<ScheduledCall>();
  #now = 0;

  getCurrentProcessingTime(): number {
    return this.#now;
  }

  registerTimer(timestamp: number, callback: (timestamp: number) => void): ScheduledTimer {
    const call = new ScheduledCall(timestamp, callback);
    this.#calls.add(call);
    return call;
  }

  /** Sets the clock to `timestamp` ms, which every callback sees, and then makes the due calls in order. */
  setCurrentTime(timestamp: number): void {
    this.#now = timestamp;
    for (let head = this.#calls.peek(); head !== undefined; head = this.#calls.peek()) {
      if (head.timestamp > this.#now) return;
      this.#calls.poll();
      head.callback?.(head.timestamp);
    }
  }
}
