import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  addDays,
  dayNumber,
  dayOf,
  dayOfNumber,
  daysBetween,
  HOUR,
  instantOf,
  startOfDay,
  type Day,
  type Zone,
} from "../../src/base/day.ts";

const NEW_YORK: Zone = {
  // 2026: summer time from 8 March 02:00 to 1 November 02:00.
  offsetAt: (at) =>
    at >= Date.parse("2026-03-08T07:00Z") && at < Date.parse("2026-11-01T06:00Z") ? -240 : -300,
};

describe("logical days", () => {
  test("begin at the rollover hour", () => {
    const tz = 480;
    expect(dayOf(instantOf(Date.parse("2026-12-01T03:59:59+08:00")), tz, 4)).toBe("2026-11-30");
    expect(dayOf(instantOf(Date.parse("2026-12-01T04:00:00+08:00")), tz, 4)).toBe("2026-12-01");
  });

  test.each([-720, -210, 0, 480, 840])("contain their own beginning at %i minutes from UTC", (tz) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 0, max: 23 }),
        (number, rollover) => {
          const day = dayOfNumber(number);
          const begin = startOfDay(day, { offsetAt: () => tz }, rollover);
          return (
            dayOf(begin, tz, rollover) === day &&
            dayOf(instantOf(begin - 1), tz, rollover) === addDays(day, -1)
          );
        },
      ),
    );
  });

  test("begin at the rollover hour of the local clock on the days of both changes", () => {
    expect(startOfDay("2026-03-08" as Day, NEW_YORK, 4)).toBe(Date.parse("2026-03-08T08:00Z"));
    expect(startOfDay("2026-11-01" as Day, NEW_YORK, 4)).toBe(Date.parse("2026-11-01T09:00Z"));
  });

  test("last 23 hours when clocks go forward and 25 when they go back", () => {
    const length = (day: string): number =>
      startOfDay(addDays(day as Day, 1), NEW_YORK, 0) - startOfDay(day as Day, NEW_YORK, 0);
    expect([length("2026-03-08") / HOUR, length("2026-11-01") / HOUR]).toEqual([23, 25]);
  });

  test("are counted without regard to clocks", () => {
    expect(daysBetween("2026-02-28" as Day, "2026-03-01" as Day)).toBe(1);
    fc.assert(
      fc.property(
        fc.integer({ min: -9999, max: 99_999 }),
        (number) => dayNumber(dayOfNumber(number)) === number,
      ),
    );
  });
});
