import type { HeapElement } from "../../java/heap-priority-queue.ts";
import type { NamespaceId } from "../../state/namespace.ts";

/** A registered timer (Flink's `InternalTimer`): there is at most one for a key, namespace and timestamp. */
export interface InternalTimer<K, N> {
  readonly key: K;
  readonly namespace: N;
  /** Event or processing time in ms. */
  readonly timestamp: number;
}

/** Is called when timers are due; the current key is that of the timer (Flink's `Triggerable`). */
export interface Triggerable<K, N> {
  readonly onEventTime: (timer: InternalTimer<K, N>) => void;
  readonly onProcessingTime: (timer: InternalTimer<K, N>) => void;
}

/** A timer in its heap (Flink's `TimerHeapInternalTimer`). */
export class TimerHeapInternalTimer<K, N> implements InternalTimer<K, N>, HeapElement {
  readonly timestamp: number;
  readonly key: K;
  readonly namespace: N;
  readonly namespaceId: NamespaceId;
  heapIndex = 0;

  constructor(timestamp: number, key: K, namespace: N, namespaceId: NamespaceId) {
    this.timestamp = timestamp;
    this.key = key;
    this.namespace = namespace;
    this.namespaceId = namespaceId;
  }
}
