import { LONG_MIN } from "../java/long.ts";

/** The timestamp of a record that has none (`Long.MIN_VALUE` in Flink's `TimestampAssigner.NO_TIMESTAMP`). */
export const NO_TIMESTAMP = LONG_MIN;

/**
 * `Long.MIN_VALUE` as the timestamp of a record that has one. Flink's side outputs turn a missing timestamp into it,
 * and so it must be told from NO_TIMESTAMP.
 */
export const EARLIEST_TIMESTAMP = -Number.MAX_VALUE;

/** Returns the timestamp that a side output gives to a record made of one with `timestamp`. */
export function sideOutputTimestamp(timestamp: number): number {
  return timestamp === NO_TIMESTAMP ? EARLIEST_TIMESTAMP : timestamp;
}
