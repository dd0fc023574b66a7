import type { TimestampedValue } from "./timestamped-value.ts";
import type { Window } from "./window.ts";

/** Says which elements of a window stay, before or after its function has run (Flink's class of the same name). */
export interface Evictor<T, W extends Window> {
  /** Returns the elements that the function sees. */
  readonly evictBefore: (
    elements: readonly TimestampedValue<T>[],
    window: W,
  ) => readonly TimestampedValue<T>[];
  /** Returns the elements that are left for the next firing. */
  readonly evictAfter: (
    elements: readonly TimestampedValue<T>[],
    window: W,
  ) => readonly TimestampedValue<T>[];
}

/** When an evictor of Flink works: before the window's function or after it. */
export type EvictionTime = "before" | "after";

/** Returns an evictor that works once a firing, before the function or after it. */
export function evictorAt<T>(
  time: EvictionTime,
  evict: (elements: readonly TimestampedValue<T>[]) => readonly TimestampedValue<T>[],
): Evictor<T, Window> {
  return {
    evictBefore: (elements) => (time === "before" ? evict(elements) : elements),
    evictAfter: (elements) => (time === "after" ? evict(elements) : elements),
  };
}
