import type { Key } from "../../java/hash-code.ts";

/** One timer in a snapshot. */
export interface TimerSnapshot {
  readonly keyGroup: number;
  readonly key: Key;
  readonly namespace: unknown;
  readonly timestamp: number;
}

/** The timers of one timer service in a snapshot, as they lie in its heaps. */
export interface TimerServiceSnapshot {
  readonly name: string;
  readonly eventTimeTimers: readonly TimerSnapshot[];
  readonly processingTimeTimers: readonly TimerSnapshot[];
}

/**
 * Returns timers in the order in which Flink adds them to the heap after a restore: by key group, and in a key group as
 * they lay in the heap of the snapshot (`HeapPriorityQueueStateSnapshot` with its `KeyGroupPartitioner`).
 */
export function inRestoreOrder<T extends Pick<TimerSnapshot, "keyGroup">>(
  timers: readonly T[],
): readonly T[] {
  return timers.toSorted((one, other) => one.keyGroup - other.keyGroup);
}
