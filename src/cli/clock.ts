import { instantOf, MINUTE, type Instant, type Zone } from "../base/day.ts";
import { Failure } from "../base/failure.ts";

/** The time of a run, and the time zone of the person. */
export interface Clock {
  readonly now: () => Instant;
  readonly zone: Zone;
}

/** The clock and the zone of this computer. */
export const SYSTEM_CLOCK: Clock = {
  now: () => instantOf(Date.now()),
  zone: { offsetAt: (at) => -new Date(at).getTimezoneOffset() },
};

const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Returns a clock that stands still at an ISO 8601 time, in the zone of its offset (without one: this computer's). */
export function stoppedClock(iso: string): Clock {
  const match = ISO.exec(iso);
  const ms = match === null ? Number.NaN : Date.parse(iso.length === 10 ? `${iso}T00:00:00` : iso);
  if (Number.isNaN(ms)) {
    const data = {
      fault: "option-value",
      name: "--now",
      value: iso,
      expected: "2026-12-01T09:00:00+08:00",
    } as const;
    throw new Failure({ code: "usage", data });
  }
  const now = instantOf(ms);
  const offset = offsetMinutes(match?.[1]);
  return { now: () => now, zone: offset === null ? SYSTEM_CLOCK.zone : { offsetAt: () => offset } };
}

function offsetMinutes(offset: string | undefined): number | null {
  if (offset === undefined) return null;
  if (offset === "Z") return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** Returns an instant as ISO 8601 with the offset of the zone, to the second. */
export function isoAt(at: Instant, zone: Zone): string {
  const offset = zone.offsetAt(at);
  const local = new Date(at + offset * MINUTE).toISOString().slice(0, 19);
  const pad = (value: number): string => String(Math.abs(value)).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${pad(Math.trunc(offset / 60))}:${pad(offset % 60)}`;
}
