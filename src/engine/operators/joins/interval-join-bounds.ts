import { IllegalArgumentException } from "../../java/exceptions.ts";

/** Which pairs an interval join makes: `left + lowerBound <= right <= left + upperBound`, in ms. */
export interface IntervalJoinBounds {
  readonly lowerBound: number;
  readonly upperBound: number;
  /** Whether a right element may lie exactly on the lower bound. */
  readonly lowerBoundInclusive: boolean;
  /** Whether a right element may lie exactly on the upper bound. */
  readonly upperBoundInclusive: boolean;
}

/** An interval in ms to which both ends belong. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Returns the interval in which the right element lies relative to the left one: a bound that is not inclusive is one
 * ms further in. Throws an IllegalArgumentException if the lower bound is above the upper one.
 */
export function intervalOf(bounds: IntervalJoinBounds): Interval {
  const { lowerBound, upperBound, lowerBoundInclusive, upperBoundInclusive } = bounds;
  if (lowerBound > upperBound) {
    throw new IllegalArgumentException("lowerBound <= upperBound must be fulfilled");
  }
  return {
    lower: lowerBoundInclusive ? lowerBound : lowerBound + 1,
    upper: upperBoundInclusive ? upperBound : upperBound - 1,
  };
}
