import { JavaHashMap } from "../../java/java-hash-map.ts";
import { longToIntWithBitMixing } from "../../java/math-utils.ts";
import type { NamespaceType } from "../../state/namespace.ts";
import type { Window } from "./window.ts";

/** A window of time, from `start` inclusive to `end` exclusive, in ms (Flink's class of the same name). */
export class TimeWindow implements Window {
  readonly start: number;
  readonly end: number;

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  maxTimestamp(): number {
    return this.end - 1;
  }

  /** Whether two windows have a time in common or touch each other. */
  intersects(other: TimeWindow): boolean {
    return this.start <= other.end && this.end >= other.start;
  }

  /** Returns the smallest window that has both in it. */
  cover(other: TimeWindow): TimeWindow {
    return new TimeWindow(Math.min(this.start, other.start), Math.max(this.end, other.end));
  }
}

/** Windows of any sizes as namespaces. */
export const TIME_WINDOW_TYPE: NamespaceType<TimeWindow> = {
  id: ({ start, end }) => `${start}/${end}`,
  hash: hashTimeWindow,
};

/** Windows of one size as namespaces: their start tells them apart, and is there without building anything. */
export const EQUAL_WINDOWS_TYPE: NamespaceType<TimeWindow> = {
  id: ({ start }) => start,
  hash: hashTimeWindow,
};

/** Returns `TimeWindow.hashCode()`. */
export function hashTimeWindow({ start, end }: TimeWindow): number {
  return longToIntWithBitMixing(start + end);
}

/** Returns the start (ms) of the window of a size that a timestamp falls in, with Java's remainder. */
export function getWindowStartWithOffset(timestamp: number, offset: number, windowSize: number): number {
  const remainder = (timestamp - offset) % windowSize;
  return remainder < 0 ? timestamp - (remainder + windowSize) : timestamp - remainder;
}

/** Windows that are merged, in the order of a Java hash set, and what becomes of them. */
export interface MergedWindows<W> {
  readonly result: W;
  readonly parts: readonly W[];
}

/** Returns which of the windows merge: those that have a time in common or touch (`TimeWindow.mergeWindows`). */
export function mergeWindows(windows: readonly TimeWindow[]): readonly MergedWindows<TimeWindow>[] {
  const merged: { result: TimeWindow; parts: TimeWindow[] }[] = [];
  for (const window of [...windows].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last?.result.intersects(window)) {
      last.result = last.result.cover(window);
      last.parts.push(window);
    } else {
      merged.push({ result: window, parts: [window] });
    }
  }
  return merged
    .map(({ result, parts }) => ({ result, parts: inSetOrder(parts) }))
    .filter(({ parts }) => parts.length > 1);
}

function inSetOrder(windows: readonly TimeWindow[]): readonly TimeWindow[] {
  const unique = new Map(windows.toReversed().map((window) => [TIME_WINDOW_TYPE.id(window), window]));
  const set = new JavaHashMap<TimeWindow, true>(hashTimeWindow);
  for (const window of windows) {
    if (unique.get(TIME_WINDOW_TYPE.id(window)) === window) set.set(window, true);
  }
  return set.keys();
}
