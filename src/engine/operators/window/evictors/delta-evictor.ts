import type { DeltaFunction } from "../delta-function.ts";
import { type EvictionTime, type Evictor, evictorAt } from "../evictor.ts";
import type { Window } from "../window.ts";

/** Returns an evictor that drops what is `threshold` or further from the newest element (Flink's `DeltaEvictor`). */
export function deltaEvictor<T>(
  threshold: number,
  deltaFunction: DeltaFunction<T>,
  time: EvictionTime = "before",
): Evictor<T, Window> {
  return evictorAt(time, (elements) => {
    const newest = elements.at(-1);
    if (newest === undefined) return elements;
    return elements.filter(({ value }) => deltaFunction(value, newest.value) < threshold);
  });
}
