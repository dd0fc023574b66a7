import { type Key, hashLong } from "../../java/hash-code.ts";
import { JavaHashMap } from "../../java/java-hash-map.ts";
import type { KeyHashing } from "../../state/key-hashing.ts";
import type { NamespaceType } from "../../state/namespace.ts";
import type { InternalTimer } from "./internal-timer.ts";

/** One timer in a snapshot. */
export interface TimerSnapshot {
  readonly keyGroup: number;
  readonly key: Key;
  readonly namespace: unknown;
  readonly timestamp: number;
}

/** The timers of one timer service in a snapshot. */
export interface TimerServiceSnapshot {
  readonly name: string;
  readonly eventTimeTimers: readonly TimerSnapshot[];
  readonly processingTimeTimers: readonly TimerSnapshot[];
}

/** Returns `hashCode()` of a timer as Java computes it, over its time, key and namespace. */
export function hashTimer<N>(
  timer: InternalTimer<Key, N>,
  hashing: KeyHashing,
  namespaceType: NamespaceType<N>,
): number {
  const hash = (Math.imul(31, hashLong(timer.timestamp)) + hashing.hash(timer.key)) | 0;
  return (Math.imul(31, hash) + namespaceType.hash(timer.namespace)) | 0;
}

/**
 * Returns timers in the order in which Flink adds them to the heap after a restore: by key group, and in a key group
 * in the order of a hash set as large as they need.
 */
export function inRestoreOrder<N, T extends InternalTimer<Key, N> & { readonly keyGroup: number }>(
  timers: readonly T[],
  hashing: KeyHashing,
  namespaceType: NamespaceType<N>,
): readonly T[] {
  const groups = Map.groupBy(timers, ({ keyGroup }) => keyGroup);
  return [...groups.keys()]
    .sort((a, b) => a - b)
    .flatMap((keyGroup) => {
      const group = groups.get(keyGroup) ?? [];
      const set = new JavaHashMap<T, T>((timer) => hashTimer(timer, hashing, namespaceType), group.length);
      for (const timer of group) set.set(timer, timer);
      return set.keys();
    });
}
