import { LONG_MAX, LONG_MIN } from "../java/long.ts";
import type { WatermarkStatus } from "./watermark-status.ts";

interface PartialWatermark {
  watermark: number;
  isIdle: boolean;
}

/**
 * Combines the watermarks of several inputs into one (Flink's class of the same name): the smallest of those that
 * are not idle, and the largest of all when every input is idle. It never goes back.
 */
export class IndexedCombinedWatermarkStatus {
  readonly #partials: readonly PartialWatermark[];
  #combinedWatermark = LONG_MIN;
  #isIdle = false;

  /** Every input is active at first, and its watermark `LONG_MIN`. */
  constructor(inputs: number) {
    this.#partials = Array.from({ length: inputs }, () => ({ watermark: LONG_MIN, isIdle: false }));
  }

  /** The combined watermark in ms. */
  get combinedWatermark(): number {
    return this.#combinedWatermark;
  }

  /** Whether every input is idle. */
  get isIdle(): boolean {
    return this.#isIdle;
  }

  /** Takes the watermark of an input, counted from 0, which makes it active; whether the combined one has moved. */
  updateWatermark(index: number, timestamp: number): boolean {
    const partial = this.#partialAt(index);
    partial.isIdle = false;
    partial.watermark = Math.max(partial.watermark, timestamp);
    return this.#updateCombinedWatermark();
  }

  /** Takes the status of an input, counted from 0; whether the combined watermark has moved. */
  updateStatus(index: number, status: WatermarkStatus): boolean {
    this.#partialAt(index).isIdle = status === "idle";
    return this.#updateCombinedWatermark();
  }

  #partialAt(index: number): PartialWatermark {
    const partial = this.#partials[index];
    if (partial === undefined) throw new RangeError(`there is no input ${index}`);
    return partial;
  }

  #updateCombinedWatermark(): boolean {
    let maximum = LONG_MIN;
    let minimumOfActive = LONG_MAX;
    let allIdle = true;
    for (const { watermark, isIdle } of this.#partials) {
      maximum = Math.max(maximum, watermark);
      if (isIdle) continue;
      minimumOfActive = Math.min(minimumOfActive, watermark);
      allIdle = false;
    }
    this.#isIdle = allIdle;
    const combined = allIdle ? maximum : minimumOfActive;
    if (combined <= this.#combinedWatermark) return false;
    this.#combinedWatermark = combined;
    return true;
  }
}
