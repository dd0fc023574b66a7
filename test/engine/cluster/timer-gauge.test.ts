import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { TimerGauge } from "../../../src/engine/cluster/timer-gauge.ts";

describe("TimerGauge", () => {
  test("is the mean of the last sixty seconds", () => {
    const gauge = new TimerGauge();
    gauge.markStart(0);
    gauge.markEnd(5000);
    const values = Array.from({ length: 13 }, (_, index) => {
      gauge.update((index + 1) * 5000);
      return gauge.getValue();
    });
    expect(values.slice(0, 3)).toEqual([1000, 500, 333]);
    expect(values.slice(-2)).toEqual([83, 0]);
  });

  test("counts a measurement that runs up to the reading, its longest stretch from the start", () => {
    const gauge = new TimerGauge();
    gauge.markStart(1000);
    gauge.update(5000);
    gauge.update(10_000);
    expect(gauge.getMaxSingleMeasurement()).toBe(9000);
    expect(gauge.getAccumulatedCount()).toBe(9000);
    gauge.update(15_000);
    gauge.markEnd(15_000);
    gauge.update(20_000);
    expect(gauge.getMaxSingleMeasurement()).toBe(14_000);
    gauge.update(25_000);
    expect(gauge.getMaxSingleMeasurement()).toBe(0);
  });

  test("measures all the time between a start and the end after it, however often both are marked", () => {
    const change = fc.record({ after: fc.nat(4000), mark: fc.constantFrom("start", "end", "update") });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const gauge = new TimerGauge();
        let [now, since, total] = [0, -1, 0];
        for (const { after, mark } of changes) {
          now += after;
          if (mark === "start" && since < 0) since = now;
          if (mark === "end" && since >= 0) [total, since] = [total + now - since, -1];
          if (mark === "start") gauge.markStart(now);
          else if (mark === "end") gauge.markEnd(now);
          else gauge.update(now);
          expect(gauge.getValue()).toBeLessThanOrEqual(1000);
        }
        gauge.markEnd(now);
        expect(gauge.getAccumulatedCount()).toBe(since < 0 ? total : total + now - since);
      }),
    );
  });
});
