import { IllegalArgumentException } from "../../java/exceptions.ts";

/** Says when elements may go out (Flink's `RateLimiterStrategy`). */
export interface RateLimiterStrategy {
  /** Returns how long (ms) after the start the element number `index` (from 0) of one of `parallelism` subtasks may go. */
  readonly delayOf: (index: number, parallelism: number) => number;
}

/** Flink's ready-made strategies. */
export const RateLimiterStrategy = {
  /** Lets all elements go at once. */
  noOp: (): RateLimiterStrategy => ({ delayOf: () => 0 }),

  /**
   * Lets `recordsPerSecond` elements go in each second, over all subtasks together, those of one ms together. Throws an
   * IllegalArgumentException unless it is above 0.
   */
  perSecond: (recordsPerSecond: number): RateLimiterStrategy => {
    if (recordsPerSecond <= 0) throw new IllegalArgumentException("Rate must be positive.");
    return {
      delayOf: (index, parallelism) => Math.floor((index * 1000 * parallelism) / recordsPerSecond),
    };
  },
};
