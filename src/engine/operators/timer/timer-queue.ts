import type { Key } from "../../java/hash-code.ts";
import { HeapPriorityQueue } from "../../java/heap-priority-queue.ts";
import type { NamespaceId, NamespaceType } from "../../state/namespace.ts";
import { SmallMap } from "../../state/small-map.ts";
import { TimerHeapInternalTimer } from "./internal-timer.ts";

type TimersByTime<K, N> = SmallMap<number, TimerHeapInternalTimer<K, N>>;

/**
 * The timers of one time domain of an operator: one heap for all keys, and by namespace, key and time an index that
 * keeps a second timer of the same out (Flink's `HeapPriorityQueueSet`).
 */
export class TimerQueue<K extends Key, N> {
  readonly #namespaceType: NamespaceType<N>;
  readonly #heap = new HeapPriorityQueue<TimerHeapInternalTimer<K, N>>();
  readonly #index = new Map<NamespaceId, Map<K, TimersByTime<K, N>>>();
  #lastNamespaceId: NamespaceId | undefined;
  #lastTimersByKey: Map<K, TimersByTime<K, N>> | undefined;

  constructor(namespaceType: NamespaceType<N>) {
    this.#namespaceType = namespaceType;
  }

  get size(): number {
    return this.#heap.size;
  }

  /** Returns the timer that is due first. */
  peek(): TimerHeapInternalTimer<K, N> | undefined {
    return this.#heap.peek();
  }

  /** Adds a timer, unless it is there; whether it was new. */
  add(key: K, namespace: N, timestamp: number): boolean {
    const namespaceId = this.#namespaceType.id(namespace);
    const timersByKey = this.#timersByKey(namespaceId) ?? this.#addNamespace(namespaceId);
    const timers = timersByKey.get(key);
    if (timers?.get(timestamp) !== undefined) return false;
    const timer = new TimerHeapInternalTimer(timestamp, key, namespace, namespaceId);
    if (timers === undefined) timersByKey.set(key, new SmallMap(timestamp, timer));
    else timers.set(timestamp, timer);
    this.#heap.add(timer);
    return true;
  }

  /** Removes a timer; whether it was there. */
  remove(key: K, namespace: N, timestamp: number): boolean {
    const timer = this.#timersByKey(this.#namespaceType.id(namespace))?.get(key)?.get(timestamp);
    if (timer === undefined) return false;
    this.#heap.remove(timer);
    this.#forget(timer);
    return true;
  }

  /** Takes the timer out that is due first. */
  poll(): TimerHeapInternalTimer<K, N> | undefined {
    const timer = this.#heap.poll();
    if (timer !== undefined) this.#forget(timer);
    return timer;
  }

  /** Returns all timers as they lie in the heap: so a snapshot has them. */
  timers(): readonly TimerHeapInternalTimer<K, N>[] {
    return this.#heap.elements();
  }

  #timersByKey(namespaceId: NamespaceId): Map<K, TimersByTime<K, N>> | undefined {
    if (namespaceId === this.#lastNamespaceId) return this.#lastTimersByKey;
    this.#lastNamespaceId = namespaceId;
    this.#lastTimersByKey = this.#index.get(namespaceId);
    return this.#lastTimersByKey;
  }

  #addNamespace(namespaceId: NamespaceId): Map<K, TimersByTime<K, N>> {
    const timersByKey = new Map<K, TimersByTime<K, N>>();
    this.#index.set(namespaceId, timersByKey);
    this.#lastNamespaceId = namespaceId;
    this.#lastTimersByKey = timersByKey;
    return timersByKey;
  }

  #forget({ key, namespaceId, timestamp }: TimerHeapInternalTimer<K, N>): void {
    const timersByKey = this.#timersByKey(namespaceId);
    const timers = timersByKey?.get(key);
    timers?.delete(timestamp);
    if (timers?.isEmpty() !== true) return;
    timersByKey?.delete(key);
    if (timersByKey?.size !== 0) return;
    this.#index.delete(namespaceId);
    this.#lastNamespaceId = undefined;
    this.#lastTimersByKey = undefined;
  }
}
