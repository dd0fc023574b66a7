const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in ms. Every length of time in this API is such a number. */
export type Duration = number;

/**
 * Makes lengths of time, as `java.time.Duration` does.
 *
 * @example
 * import { Duration } from "sluice/flink";
 * Duration.ofSeconds(5); // => 5000
 */
export const Duration = {
  /** No time at all. */
  ZERO: 0,
  ofMillis: (millis: number): Duration => millis,
  ofSeconds: (seconds: number): Duration => seconds * SECOND,
  ofMinutes: (minutes: number): Duration => minutes * MINUTE,
  ofHours: (hours: number): Duration => hours * HOUR,
  ofDays: (days: number): Duration => days * DAY,
};

/** The lengths of time of Flink 1.x (`org.apache.flink.streaming.api.windowing.time.Time`), in ms. */
export const Time = {
  milliseconds: Duration.ofMillis,
  seconds: Duration.ofSeconds,
  minutes: Duration.ofMinutes,
  hours: Duration.ofHours,
  days: Duration.ofDays,
};
