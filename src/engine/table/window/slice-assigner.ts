import type { AlignedWindowSpec } from "./window-spec.ts";
import { windowStart } from "./window-start.ts";

/**
 * How a window is put together of slices, the stretches of time that all windows share (Flink's `SliceAssigners`).
 * A slice and a window are known by their end, ms.
 */
export interface SliceAssigner {
  /** The length of a slice: TUMBLE size, HOP slide, CUMULATE step. */
  readonly sliceSize: number;
  readonly assignSliceEnd: (timestamp: number) => number;
  /** Returns the end of the last window that a slice belongs to. */
  readonly lastWindowEnd: (sliceEnd: number) => number;
  readonly windowStart: (windowEnd: number) => number;
  /** Returns the slice whose accumulators take in those of the others, if the window has one. */
  readonly mergeTarget: (windowEnd: number) => number | undefined;
  /** Returns the slices of a window that are added to its merge target, or together if it has none. */
  readonly slicesToMerge: (windowEnd: number) => readonly number[];
  /** Returns the slices that no window needs after this one. */
  readonly expiredSlices: (windowEnd: number) => readonly number[];
  /** Returns the window that fires next even if no row comes. */
  readonly nextWindowEnd: (windowEnd: number, content: "empty" | "rows") => number | undefined;
}

/** Returns the slices of a window. */
export function sliceAssignerOf(spec: AlignedWindowSpec): SliceAssigner {
  switch (spec.type) {
    case "tumble":
      return tumblingSlices(spec.size);
    case "hop":
      return hoppingSlices(spec.size, spec.slide);
    case "cumulate":
      return cumulativeSlices(spec.size, spec.step);
  }
}

/** A tumbling window is one slice. */
function tumblingSlices(size: number): SliceAssigner {
  return {
    sliceSize: size,
    assignSliceEnd: (timestamp) => windowStart(timestamp, size) + size,
    lastWindowEnd: (sliceEnd) => sliceEnd,
    windowStart: (windowEnd) => windowEnd - size,
    mergeTarget: (windowEnd) => windowEnd,
    slicesToMerge: () => [],
    expiredSlices: (windowEnd) => [windowEnd],
    nextWindowEnd: () => undefined,
  };
}

/** A hopping window is `size / slide` slices, added up anew each time; it goes on until it is empty. */
function hoppingSlices(size: number, slide: number): SliceAssigner {
  const count = size / slide;
  return {
    sliceSize: slide,
    assignSliceEnd: (timestamp) => windowStart(timestamp, slide) + slide,
    lastWindowEnd: (sliceEnd) => sliceEnd - slide + size,
    windowStart: (windowEnd) => windowEnd - size,
    mergeTarget: () => undefined,
    slicesToMerge: (windowEnd) => Array.from({ length: count }, (_, index) => windowEnd - index * slide),
    expiredSlices: (windowEnd) => [windowEnd - size + slide],
    nextWindowEnd: (windowEnd, content) => (content === "empty" ? undefined : windowEnd + slide),
  };
}

/** A cumulative window adds each slice to its first one, and fires at every step once it has begun. */
function cumulativeSlices(size: number, step: number): SliceAssigner {
  const startOf = (windowEnd: number) => windowStart(windowEnd - 1, size);
  const firstOf = (windowEnd: number) => startOf(windowEnd) + step;
  return {
    sliceSize: step,
    assignSliceEnd: (timestamp) => windowStart(timestamp, step) + step,
    lastWindowEnd: (sliceEnd) => startOf(sliceEnd) + size,
    windowStart: startOf,
    mergeTarget: firstOf,
    slicesToMerge: (windowEnd) => (windowEnd === firstOf(windowEnd) ? [] : [windowEnd]),
    expiredSlices: (windowEnd) =>
      expiredCumulativeSlices(windowEnd, firstOf(windowEnd), startOf(windowEnd) + size),
    nextWindowEnd: (windowEnd) =>
      windowEnd + step > startOf(windowEnd) + size ? undefined : windowEnd + step,
  };
}

function expiredCumulativeSlices(windowEnd: number, first: number, last: number): readonly number[] {
  if (windowEnd === first) return [];
  return windowEnd === last ? [windowEnd, first] : [windowEnd];
}
