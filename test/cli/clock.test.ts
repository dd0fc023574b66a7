import { describe, expect, test } from "vitest";

import { momentAt } from "../../src/base/day.ts";
import { isoAt, stoppedClock } from "../../src/cli/clock.ts";

describe("stoppedClock", () => {
  test.each([
    ["2026-12-01T09:00:00+08:00", 480, "2026-12-01"],
    ["2026-12-01T03:59:00+08:00", 480, "2026-11-30"],
    ["2026-12-01T09:00:00-03:30", -210, "2026-12-01"],
    ["2026-12-01T12:00Z", 0, "2026-12-01"],
  ])("stands still at %s in its own zone", (iso, tz, day) => {
    const { now, zone } = stoppedClock(iso);
    expect(momentAt(now(), zone, 4)).toMatchObject({ tz, day });
    expect(Date.parse(isoAt(now(), zone))).toBe(now());
  });

  test.each(["tomorrow", "2026-13-01T00:00Z", "12:00", ""])("refuses %s", (iso) => {
    expect(() => stoppedClock(iso)).toThrow("usage");
  });
});
