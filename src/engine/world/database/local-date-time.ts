import { IllegalArgumentException } from "../../java/exceptions.ts";
import { dateOfEpochDay, epochDayOf } from "./calendar.ts";

const NANOS_PER_MILLI = 1_000_000;
const MILLIS_PER_SECOND = 1000;
const MILLIS_PER_MINUTE = 60 * MILLIS_PER_SECOND;
const MILLIS_PER_HOUR = 60 * MILLIS_PER_MINUTE;
const MILLIS_PER_DAY = 24 * MILLIS_PER_HOUR;

/**
 * A date with a time of day and no zone, as on a calendar and a clock on the wall (`java.time.LocalDateTime`). It is no
 * moment: to make it one takes a zone.
 */
export class LocalDateTime {
  /** Milliseconds from 1970-01-01T00:00 on the same wall, Gregorian for all years; a whole number. */
  readonly wallMillis: number;
  /** Nanoseconds within the millisecond, 0 to 999,999. */
  readonly nanosOfMilli: number;

  constructor(wallMillis: number, nanosOfMilli = 0) {
    this.wallMillis = wallMillis;
    this.nanosOfMilli = nanosOfMilli;
  }

  /** Writes it as `2026-11-23T04:05:06.007000000`; the fraction of a second is left out if it is 0. */
  toString(): string {
    const days = Math.floor(this.wallMillis / MILLIS_PER_DAY);
    const millisOfDay = this.wallMillis - days * MILLIS_PER_DAY;
    const { year, month, day } = dateOfEpochDay(days);
    const hour = Math.floor(millisOfDay / MILLIS_PER_HOUR);
    const minute = Math.floor((millisOfDay % MILLIS_PER_HOUR) / MILLIS_PER_MINUTE);
    const second = Math.floor((millisOfDay % MILLIS_PER_MINUTE) / MILLIS_PER_SECOND);
    const nanos = (millisOfDay % MILLIS_PER_SECOND) * NANOS_PER_MILLI + this.nanosOfMilli;
    const fraction = nanos === 0 ? "" : `.${padded(nanos, 9)}`;
    return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}T${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}${fraction}`;
  }
}

/**
 * Reads `2026-11-23T04:05:06.007` or the same with a space, years 0001 to 9999, up to nine digits of a second. Throws an
 * `IllegalArgumentException` if it is none, or names a day that no calendar has.
 */
export function parseLocalDateTime(text: string): LocalDateTime {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?$/.exec(text);
  if (parts === null) throw new IllegalArgumentException(`Text '${text}' could not be parsed`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const nanos = Number((parts[7] ?? "").padEnd(9, "0"));
  const time = hour * MILLIS_PER_HOUR + minute * MILLIS_PER_MINUTE + second * MILLIS_PER_SECOND;
  const millis =
    epochDayOf({ year, month, day }) * MILLIS_PER_DAY + time + Math.floor(nanos / NANOS_PER_MILLI);
  const parsed = new LocalDateTime(millis, nanos % NANOS_PER_MILLI);
  if (!parsed.toString().startsWith(`${text.slice(0, 10)}T${text.slice(11, 16)}`)) {
    throw new IllegalArgumentException(`Text '${text}' could not be parsed: no such day or time`);
  }
  return parsed;
}

/** Compares two of them; below 0 if the first is earlier on the wall. */
export function compareLocalDateTimes(one: LocalDateTime, other: LocalDateTime): number {
  return one.wallMillis - other.wallMillis || one.nanosOfMilli - other.nanosOfMilli;
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}
