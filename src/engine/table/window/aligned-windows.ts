import type { AlignedWindowSpec } from "./window-spec.ts";
import { windowStart } from "./window-start.ts";

/** A window, end exclusive, ms. */
export interface WindowBounds {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns all windows that `timestamp` is in, as the window table function sends a row for each (Flink's
 * `AlignedWindowTableFunctionOperator`): of HOP the latest first, of CUMULATE the shortest.
 */
export function windowsOf(spec: AlignedWindowSpec, timestamp: number): readonly WindowBounds[] {
  const start = windowStart(timestamp, spec.size);
  switch (spec.type) {
    case "tumble":
      return [{ start, end: start + spec.size }];
    case "hop":
      return hoppingWindows(spec.size, spec.slide, timestamp);
    case "cumulate":
      return cumulativeWindows(
        start,
        start + spec.size,
        windowStart(timestamp, spec.step) + spec.step,
        spec.step,
      );
  }
}

function hoppingWindows(size: number, slide: number, timestamp: number): readonly WindowBounds[] {
  const last = windowStart(timestamp, slide);
  return Array.from({ length: size / slide }, (_, index) => {
    const start = last - index * slide;
    return { start, end: start + size };
  });
}

function cumulativeWindows(
  start: number,
  lastEnd: number,
  firstEnd: number,
  step: number,
): readonly WindowBounds[] {
  const count = (lastEnd - firstEnd) / step + 1;
  return Array.from({ length: count }, (_, index) => ({ start, end: firstEnd + index * step }));
}
