import { LONG_MIN } from "../../../java/long.ts";
import { type EvictionTime, type Evictor, evictorAt } from "../evictor.ts";
import { hasTimestamp, type TimestampedValue } from "../timestamped-value.ts";
import type { Window } from "../window.ts";

/**
 * Returns an evictor that drops the elements at or below the newest timestamp minus `windowSize` ms (Flink's
 * `TimeEvictor`). If the first element has no timestamp it drops nothing.
 */
export function timeEvictor<T>(windowSize: number, time: EvictionTime = "before"): Evictor<T, Window> {
  return evictorAt(time, (elements) => {
    const [first] = elements;
    if (first === undefined || !hasTimestamp(first)) return elements;
    const cutoff = newestTimestamp(elements) - windowSize;
    return elements.filter(({ timestamp }) => timestamp > cutoff);
  });
}

function newestTimestamp(elements: readonly TimestampedValue<unknown>[]): number {
  return elements.reduce((newest, { timestamp }) => Math.max(newest, timestamp), LONG_MIN);
}
