import { type EvictionTime, type Evictor, evictorAt } from "../evictor.ts";
import type { Window } from "../window.ts";

/** Returns an evictor that keeps the last `maxCount` elements (Flink's `CountEvictor`). */
export function countEvictor<T>(maxCount: number, time: EvictionTime = "before"): Evictor<T, Window> {
  return evictorAt(time, (elements) => elements.slice(Math.max(0, elements.length - maxCount)));
}
