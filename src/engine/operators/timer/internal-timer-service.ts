import type { Key } from "../../java/hash-code.ts";
import { LONG_MAX, LONG_MIN } from "../../java/long.ts";
import type { KeyedStateBackend } from "../../state/keyed-state-backend.ts";
import type { NamespaceType } from "../../state/namespace.ts";
import type { ProcessingTimeService, ScheduledTimer } from "../../time/processing-time-service.ts";
import type { TimerEvent } from "../../trace/trace-event.ts";
import type { Tracer } from "../../trace/tracer.ts";
import type { Triggerable } from "./internal-timer.ts";
import { TimerQueue } from "./timer-queue.ts";
import { inRestoreOrder, type TimerServiceSnapshot, type TimerSnapshot } from "./timer-snapshot.ts";

/** What the timer services of an operator share. */
export interface TimerServiceHome<K extends Key> {
  readonly backend: KeyedStateBackend<K>;
  readonly processingTimeService: ProcessingTimeService;
  /** Hears of the timers, if the run is traced. */
  readonly tracer?: Tracer | undefined;
}

/** The timers of an operator for the namespaces of one type (Flink's class of the same name, with `…Impl`). */
export class InternalTimerService<K extends Key, N> {
  readonly #name: string;
  readonly #home: TimerServiceHome<K>;
  readonly #triggerable: Triggerable<K, N>;
  readonly #eventTimeTimers: TimerQueue<K, N>;
  readonly #processingTimeTimers: TimerQueue<K, N>;
  #currentWatermark = LONG_MIN;
  #highestWatermark = LONG_MIN;
  #nextCall: ScheduledTimer | undefined;

  constructor(
    name: string,
    home: TimerServiceHome<K>,
    namespaceType: NamespaceType<N>,
    triggerable: Triggerable<K, N>,
  ) {
    this.#name = name;
    this.#home = home;
    this.#triggerable = triggerable;
    this.#eventTimeTimers = new TimerQueue(namespaceType);
    this.#processingTimeTimers = new TimerQueue(namespaceType);
  }

  /** Returns the processing time in ms. */
  currentProcessingTime(): number {
    return this.#home.processingTimeService.getCurrentProcessingTime();
  }

  /** Returns the newest watermark, `Long.MIN_VALUE` before the first one and after a restore. */
  currentWatermark(): number {
    return this.#currentWatermark;
  }

  /**
   * Returns the highest watermark that the timers may have been through: a timer above it that was registered and not
   * deleted is still there. After a restore nobody knows it, so it is `Long.MAX_VALUE`.
   */
  highestWatermark(): number {
    return this.#highestWatermark;
  }

  /** Registers a timer of the current key. One at or below the watermark fires with the next watermark. */
  registerEventTimeTimer(namespace: N, timestamp: number): void {
    const added = this.#eventTimeTimers.add(this.#home.backend.currentKey, namespace, timestamp);
    this.#trace(added ? "timer-set" : "timer-dup", "EVENT_TIME", namespace, timestamp);
  }

  /** Deletes a timer of the current key, if it is there. */
  deleteEventTimeTimer(namespace: N, timestamp: number): void {
    const removed = this.#eventTimeTimers.remove(this.#home.backend.currentKey, namespace, timestamp);
    if (removed) this.#trace("timer-del", "EVENT_TIME", namespace, timestamp);
  }

  /** Registers a timer of the current key that fires by the clock. */
  registerProcessingTimeTimer(namespace: N, timestamp: number): void {
    const head = this.#processingTimeTimers.peek();
    const added = this.#processingTimeTimers.add(this.#home.backend.currentKey, namespace, timestamp);
    this.#trace(added ? "timer-set" : "timer-dup", "PROCESSING_TIME", namespace, timestamp);
    if (added && (head === undefined || timestamp < head.timestamp)) {
      this.#nextCall?.cancel();
      this.#callAt(timestamp);
    }
  }

  /** Deletes a timer of the current key, if it is there. */
  deleteProcessingTimeTimer(namespace: N, timestamp: number): void {
    const removed = this.#processingTimeTimers.remove(this.#home.backend.currentKey, namespace, timestamp);
    if (removed) this.#trace("timer-del", "PROCESSING_TIME", namespace, timestamp);
  }

  /** Fires all event time timers at or below `timestamp`, those too that are registered meanwhile. */
  advanceWatermark(timestamp: number): void {
    this.#currentWatermark = timestamp;
    if (timestamp > this.#highestWatermark) this.#highestWatermark = timestamp;
    for (;;) {
      const timer = this.#eventTimeTimers.peek();
      if (timer === undefined || timer.timestamp > timestamp) return;
      this.#home.backend.setCurrentKey(timer.key);
      this.#eventTimeTimers.poll();
      this.#trace("timer-fire", "EVENT_TIME", timer.namespace, timer.timestamp);
      this.#triggerable.onEventTime(timer);
    }
  }

  numEventTimeTimers(): number {
    return this.#eventTimeTimers.size;
  }

  numProcessingTimeTimers(): number {
    return this.#processingTimeTimers.size;
  }

  /** Returns a copy of all timers. */
  snapshot(): TimerServiceSnapshot {
    return {
      name: this.#name,
      eventTimeTimers: this.#snapshotOf(this.#eventTimeTimers),
      processingTimeTimers: this.#snapshotOf(this.#processingTimeTimers),
    };
  }

  /** Adds the timers of a snapshot, in the order in which Flink adds them. */
  restore(snapshot: TimerServiceSnapshot): void {
    this.#highestWatermark = LONG_MAX;
    this.#addRestored(this.#eventTimeTimers, snapshot.eventTimeTimers);
    this.#addRestored(this.#processingTimeTimers, snapshot.processingTimeTimers);
    const head = this.#processingTimeTimers.peek();
    if (head !== undefined) this.#callAt(head.timestamp);
  }

  #trace(
    type: TimerEvent["type"],
    timeDomain: TimerEvent["timeDomain"],
    namespace: N,
    timestamp: number,
  ): void {
    const { tracer, backend } = this.#home;
    tracer?.record({ type, timeDomain, key: backend.currentKey, namespace, timestamp });
  }

  #callAt(timestamp: number): void {
    this.#nextCall = this.#home.processingTimeService.registerTimer(timestamp, (time) =>
      this.#onProcessingTime(time),
    );
  }

  #onProcessingTime(time: number): void {
    this.#nextCall = undefined;
    let timer = this.#processingTimeTimers.peek();
    while (timer !== undefined && timer.timestamp <= time) {
      this.#home.backend.setCurrentKey(timer.key);
      this.#processingTimeTimers.poll();
      this.#trace("timer-fire", "PROCESSING_TIME", timer.namespace, timer.timestamp);
      this.#triggerable.onProcessingTime(timer);
      timer = this.#processingTimeTimers.peek();
    }
    if (timer !== undefined && this.#nextCall === undefined) this.#callAt(timer.timestamp);
  }

  #snapshotOf(queue: TimerQueue<K, N>): readonly TimerSnapshot[] {
    const { hashing } = this.#home.backend;
    return queue.timers().map(({ key, namespace, timestamp }) => ({
      keyGroup: hashing.keyGroup(key),
      key,
      namespace,
      timestamp,
    }));
  }

  #addRestored(queue: TimerQueue<K, N>, snapshots: readonly TimerSnapshot[]): void {
    const timers = snapshots as readonly (TimerSnapshot & { readonly key: K; readonly namespace: N })[];
    for (const { key, namespace, timestamp } of inRestoreOrder(timers)) {
      queue.add(key, namespace, timestamp);
    }
  }
}
