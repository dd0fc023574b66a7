import { describe, expect, test } from "vitest";

import type { Zone } from "../../src/base/day.ts";
import { HOUR, addDays, dayOfNumber, instantOf, momentAt, startOfDay } from "../../src/base/day.ts";
import { elapsedDays } from "../../src/schedule/elapsed.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { createScheduler } from "../../src/schedule/scheduler.ts";
import { ROLLOVER, fixedZone, instant, zoneNamed } from "./moments.ts";

const { next } = createScheduler(DEFAULT_PARAMETERS);

function elapsed(zone: Zone, earlier: string, later: string): number {
  return elapsedDays(momentAt(instant(earlier), zone, ROLLOVER), momentAt(instant(later), zone, ROLLOVER));
}

describe("elapsedDays", () => {
  test.each([
    // The clock goes forward on 8 March and back on 1 November in New York.
    ["America/New_York", "2026-03-07T23:30-05:00", "2026-03-08T01:30-05:00", 0],
    ["America/New_York", "2026-03-07T23:30-05:00", "2026-03-08T03:59-04:00", 0],
    ["America/New_York", "2026-03-07T23:30-05:00", "2026-03-08T04:00-04:00", 1],
    ["America/New_York", "2026-03-08T04:00-04:00", "2026-03-09T03:59-04:00", 0],
    ["America/New_York", "2026-10-31T04:00-04:00", "2026-11-01T01:30-04:00", 0],
    ["America/New_York", "2026-10-31T04:00-04:00", "2026-11-01T01:30-05:00", 0],
    ["America/New_York", "2026-10-31T23:30-04:00", "2026-11-01T03:59-05:00", 0],
    ["America/New_York", "2026-10-31T23:30-04:00", "2026-11-01T04:00-05:00", 1],
    // Half an hour off the others, with the same changes.
    ["America/St_Johns", "2026-03-07T23:30-03:30", "2026-03-08T03:59-02:30", 0],
    ["America/St_Johns", "2026-03-07T23:30-03:30", "2026-03-08T04:00-02:30", 1],
    ["America/St_Johns", "2026-10-31T23:30-02:30", "2026-11-01T03:59-03:30", 0],
    ["America/St_Johns", "2026-10-31T23:30-02:30", "2026-11-01T04:00-03:30", 1],
    // No change of the clock.
    ["Asia/Shanghai", "2026-12-01T07:50+08:00", "2026-12-01T08:10+08:00", 0],
    ["Asia/Shanghai", "2026-12-01T23:30+08:00", "2026-12-02T01:10+08:00", 0],
    ["Asia/Shanghai", "2026-12-01T03:59+08:00", "2026-12-01T04:00+08:00", 1],
    ["Asia/Shanghai", "2026-12-01T20:00+08:00", "2026-12-02T07:30+08:00", 1],
    // The clock changes at the very hour of the rollover's neighbour, half an hour only.
    ["Australia/Lord_Howe", "2026-04-04T23:30+11:00", "2026-04-05T03:59+10:30", 0],
    ["Australia/Lord_Howe", "2026-04-04T23:30+11:00", "2026-04-05T04:00+10:30", 1],
  ])("in %s, %s to %s is %d days", (zone, earlier, later, days) => {
    expect(elapsed(zoneNamed(zone), earlier, later)).toBe(days);
  });

  test("is the same from one 4 o'clock to the next in every zone from UTC-12 to UTC+14", () => {
    for (let tz = -12 * 60; tz <= 14 * 60; tz += 15) {
      const zone = fixedZone(tz);
      const start = startOfDay(dayOfNumber(20_788), zone, ROLLOVER);
      const at = (ms: number) => momentAt(instantOf(start + ms), zone, ROLLOVER);
      expect(at(0).day).toBe(dayOfNumber(20_788));
      expect(elapsedDays(at(0), at(24 * HOUR - 1))).toBe(0);
      expect(elapsedDays(at(0), at(24 * HOUR))).toBe(1);
      expect(elapsedDays(at(-1), at(0))).toBe(1);
    }
  });

  test.each([0, 4, 12, 23])("begins days at %d o'clock where the learner says so", (rollover) => {
    const zone = zoneNamed("America/New_York");
    const before = momentAt(instantOf(startOfDay(dayOfNumber(20_520), zone, rollover) - 1), zone, rollover);
    const after = momentAt(instantOf(before.at + 1), zone, rollover);
    expect([before.day, after.day]).toEqual([dayOfNumber(20_519), dayOfNumber(20_520)]);
  });

  test("is 0 for somebody who flies from Shanghai to New York and gets the same day again", () => {
    const shanghai = momentAt(instant("2026-12-02T05:00+08:00"), fixedZone(480), ROLLOVER);
    const newYork = momentAt(instant("2026-12-01T20:00-05:00"), fixedZone(-300), ROLLOVER);
    expect(newYork.at).toBeGreaterThan(shanghai.at);
    expect(elapsedDays(shanghai, newYork)).toBe(0);
  });
});

describe("what is due", () => {
  test("is a logical day, whatever the clock does until then", () => {
    const zone = zoneNamed("America/New_York");
    const moment = momentAt(instant("2026-03-07T23:30-05:00"), zone, ROLLOVER);
    const { due } = next("card", null, "easy", moment);
    expect(due.kind === "day" && due.day > addDays(moment.day, 5)).toBe(true);
  });

  test("is an instant after a step, ten real minutes later though the clock jumps by an hour", () => {
    const zone = zoneNamed("America/New_York");
    const moment = momentAt(instant("2026-03-08T01:55-05:00"), zone, ROLLOVER);
    expect(next("card", null, "good", moment).due).toEqual({
      kind: "instant",
      at: instant("2026-03-08T03:05-04:00"),
    });
  });
});
