import { getWindowStartWithOffset } from "../../operators/window/time-window.ts";

/** Returns the start of the window of `size` ms that `timestamp` is in. */
export function windowStart(timestamp: number, size: number): number {
  return getWindowStartWithOffset(timestamp, 0, size);
}

/** Says whether a window that ends at `windowEnd` has fired when time has come to `progress`, both ms. */
export function isWindowFired(windowEnd: number, progress: number): boolean {
  return progress >= windowEnd - 1;
}

/** Returns the next watermark above `watermark` at which a window of this interval can fire, ms. */
export function nextTriggerWatermark(watermark: number, interval: number): number {
  if (watermark === Infinity) return watermark;
  const trigger = windowStart(watermark, interval) + interval - 1;
  return trigger > watermark ? trigger : trigger + interval;
}
