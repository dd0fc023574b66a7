declare const instant: unique symbol;
declare const day: unique symbol;

/** A point in time, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instant]: true };

/** A logical day of the learner, `YYYY-MM-DD`: it begins at the rollover hour, not at midnight. */
export type Day = string & { readonly [day]: true };

/** A moment of review: when it was, and on which logical day of the person who lived it. */
export interface Moment {
  readonly at: Instant;
  readonly day: Day;
  /** Minutes that the local clock was ahead of UTC, as the journal's `tz`. */
  readonly tz: number;
}

/** Tells how far local clocks are ahead of UTC at an instant, in minutes (480 in Shanghai). */
export interface Zone {
  readonly offsetAt: (at: Instant) => number;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
/** The length of a logical day in shifted time, in milliseconds. */
export const DAY = 24 * HOUR;

/** Returns `ms` as an instant. */
export function instantOf(ms: number): Instant {
  return ms as Instant;
}

/** Returns the number of days from 1970-01-01 to `day`. */
export function dayNumber(day: Day): number {
  // A date without a time is midnight UTC (ECMAScript, Date Time String Format).
  return Date.parse(day) / DAY;
}

/** Returns the day that is `number` days after 1970-01-01. */
export function dayOfNumber(number: number): Day {
  return new Date(number * DAY).toISOString().slice(0, 10) as Day;
}

/** Returns the logical day of an instant whose local clock is `tz` minutes ahead of UTC; days begin at `rollover` o'clock. */
export function dayOf(at: Instant, tz: number, rollover: number): Day {
  return dayOfNumber(Math.floor((at + tz * MINUTE - rollover * HOUR) / DAY));
}

/** Returns the moment at `at` in `zone`; logical days begin at `rollover` o'clock. */
export function momentAt(at: Instant, zone: Zone, rollover: number): Moment {
  const tz = zone.offsetAt(at);
  return { at, tz, day: dayOf(at, tz, rollover) };
}

/** Returns the day `days` after `day` (before it, if negative). */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** Returns how many days `later` is after `earlier`; negative if it is before. */
export function daysBetween(earlier: Day, later: Day): number {
  return dayNumber(later) - dayNumber(earlier);
}

/** Returns the instant at which logical day `day` begins where clocks follow `zone`. */
export function startOfDay(day: Day, zone: Zone, rollover: number): Instant {
  const local = dayNumber(day) * DAY + rollover * HOUR;
  // The offset at the answer is needed to find the answer: a second look settles a change of the clock in between.
  const guess = local - zone.offsetAt(instantOf(local)) * MINUTE;
  return instantOf(local - zone.offsetAt(instantOf(guess)) * MINUTE);
}
