import { TimeWindow } from "../time-window.ts";

const NO_WINDOWS: readonly TimeWindow[] = [];

/**
 * Keeps the windows that elements were last put in, so that an element of the same windows builds nothing. Two are
 * kept, for elements out of order mostly go back and forth between two neighbours.
 */
export class WindowCache {
  readonly #size: number;
  readonly #slide: number;
  #newest: readonly TimeWindow[] = [];
  #older: readonly TimeWindow[] = [];

  /** The windows are `size` ms long and begin every `slide` ms. */
  constructor(size: number, slide: number) {
    this.#size = size;
    this.#slide = slide;
  }

  /** Returns `count` windows, of which the first starts at `lastStart`, each `slide` before the one in front of it. */
  windowsFrom(lastStart: number, count: number): readonly TimeWindow[] {
    if (count === 0) return NO_WINDOWS;
    if (this.#newest[0]?.start === lastStart && this.#newest.length === count) return this.#newest;
    if (this.#older[0]?.start === lastStart && this.#older.length === count) return this.#older;
    this.#older = this.#newest;
    this.#newest = this.#makeWindows(lastStart, count);
    return this.#newest;
  }

  #makeWindows(lastStart: number, count: number): readonly TimeWindow[] {
    return Array.from({ length: count }, (_, index) => {
      const start = lastStart - index * this.#slide;
      return new TimeWindow(start, start + this.#size);
    });
  }
}
