import type { Instant, Moment, Zone } from "../../src/base/day.ts";
import { DAY, MINUTE, dayOfNumber, instantOf, momentAt } from "../../src/base/day.ts";

/** The rollover hour of somebody who has configured nothing. */
export const ROLLOVER = 4;

/** Returns the instant that an ISO 8601 text with an offset names. */
export function instant(iso: string): Instant {
  return instantOf(Date.parse(iso));
}

/** Returns a zone whose clocks are always `tz` minutes ahead of UTC. */
export function fixedZone(tz: number): Zone {
  return { offsetAt: () => tz };
}

/** Returns a zone of the time-zone database, its changes of the clock included. */
export function zoneNamed(name: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  return {
    offsetAt: (at) => {
      const offset = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
      const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/u.exec(offset) ?? [];
      const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
      return sign === "-" ? -size : size;
    },
  };
}

/** Returns the moment that an ISO 8601 text names, for somebody who lives by its offset. */
export function moment(iso: string): Moment {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/u.exec(iso) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return momentAt(instant(iso), fixedZone(sign === "-" ? -size : size), ROLLOVER);
}

/** Returns noon (UTC) of the day that is `number` days after 1970-01-01, `minutes` later. */
export function noonOf(number: number, minutes = 0): Moment {
  const at = instantOf(number * DAY + DAY / 2 + minutes * MINUTE);
  return { at, day: dayOfNumber(number), tz: 0 };
}
