import type { Field } from "../row.ts";

/**
 * What an aggregate call remembers of the values of one group. All functions share this shape; each uses the
 * part that it needs.
 */
export interface Accumulator {
  /** How many values that are not NULL were added, less those taken away. */
  count: number;
  sum: number;
  /** The least or greatest value so far, as MIN and MAX believe. */
  extreme: Field;
  /** How many different values are there more often than they were taken away. */
  size: number;
  /** How often each value is there; below 0 if it was taken away more often than added. Never 0. */
  readonly values: Map<Field, number>;
}

/** Returns an accumulator that has seen nothing. */
export function createAccumulator(): Accumulator {
  return { count: 0, sum: 0, extreme: null, size: 0, values: new Map() };
}

/** Sets how often `value` is there. */
export function setOccurrences(accumulator: Accumulator, value: Field, occurrences: number): void {
  if (occurrences === 0) accumulator.values.delete(value);
  else accumulator.values.set(value, occurrences);
}
