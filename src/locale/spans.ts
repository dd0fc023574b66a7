import { DAY, dayNumber, HOUR, MINUTE, SECOND, type Day } from "../base/day.ts";

/** The units in which spans of time are told. */
export type Unit = "second" | "minute" | "hour" | "day" | "month" | "year";

const MONTH = 30.4375 * DAY;
const YEAR = 365.25 * DAY;

/** Returns the parts of a day: weekday (0 = Sunday), month (0 = January) and date in the month. */
export function parts(day: Day): { readonly weekday: number; readonly month: number; readonly date: number } {
  return {
    weekday: (dayNumber(day) + 4) % 7,
    month: Number(day.slice(5, 7)) - 1,
    date: Number(day.slice(8, 10)),
  };
}

/** Returns a span of time in one rounded unit; `below` marks a step of minutes, which is over as soon as it is over. */
export function intervalOf(
  ms: number,
  text: (value: string, unit: Unit) => string,
  below: (text: string) => string,
): string {
  if (ms < HOUR) return below(text(String(Math.max(1, Math.ceil(ms / MINUTE))), "minute"));
  if (ms < DAY) return text(String(Math.round(ms / HOUR)), "hour");
  if (ms < MONTH) return text(String(Math.round(ms / DAY)), "day");
  if (ms < YEAR) return text(oneDecimal(ms / MONTH), "month");
  return text(oneDecimal(ms / YEAR), "year");
}

function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Returns how long something took in at most two units. */
export function durationOf(ms: number, text: (value: number, unit: Unit) => string): string {
  const seconds = Math.round(ms / SECOND);
  if (seconds < 60) return text(seconds, "second");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60)
    return [text(minutes, "minute"), seconds % 60 > 0 ? text(seconds % 60, "second") : ""].join(" ").trim();
  return [text(Math.floor(minutes / 60), "hour"), minutes % 60 > 0 ? text(minutes % 60, "minute") : ""]
    .join(" ")
    .trim();
}

/** The words for a time to come. */
export interface TimeWords {
  readonly now: string;
  readonly minutes: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly days: (count: number) => string;
}

/** Returns when something will be that is `ms` away. */
export function timeUntil(ms: number, words: TimeWords): string {
  if (ms <= 0) return words.now;
  if (ms < 90 * MINUTE) return words.minutes(Math.ceil(ms / MINUTE));
  if (ms < 36 * HOUR) return words.hours(Math.round(ms / HOUR));
  return words.days(Math.round(ms / DAY));
}
