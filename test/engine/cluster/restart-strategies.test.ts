import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  DEFAULT_EXPONENTIAL_DELAY,
  type RestartStrategyOptions,
} from "../../../src/engine/cluster/restart-backoff-time-strategy.ts";
import { createRestartStrategy } from "../../../src/engine/cluster/restart-strategies.ts";

const backoffs = (options: RestartStrategyOptions, failures: readonly number[]) => {
  const strategy = createRestartStrategy(options);
  return failures.map((at) => {
    strategy.notifyFailure(at);
    return strategy.canRestart(at) ? strategy.getBackoffTime(at) : null;
  });
};

describe("createRestartStrategy", () => {
  test("none: gives up at once", () => {
    expect(backoffs({ type: "none" }, [0])).toEqual([null]);
  });

  test("fixedDelay: bears as many failures as there are attempts", () => {
    expect(backoffs({ type: "fixedDelay", attempts: 2, delay: 7 }, [0, 0, 0])).toEqual([7, 7, null]);
  });

  test("failureRate: a failure exactly an interval after the first one of too many is still too near", () => {
    const options = { type: "failureRate", max: 1, interval: 100, delay: 5 } as const;
    expect(backoffs(options, [0, 100, 201])).toEqual([5, null, 5]);
  });

  test("exponentialDelay: a failure during the back-off is none of its own", () => {
    const strategy = createRestartStrategy(DEFAULT_EXPONENTIAL_DELAY);
    expect(strategy.notifyFailure(0)).toBe(true);
    expect(strategy.notifyFailure(1000)).toBe(false);
    expect(strategy.getBackoffTime(400)).toBe(600);
    expect(strategy.notifyFailure(1001)).toBe(true);
    expect(strategy.getBackoffTime(1001)).toBe(1500);
  });

  test("exponentialDelay: never waits longer than its maximum and never less than its first delay", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200_000)), (pauses) => {
        const strategy = createRestartStrategy(DEFAULT_EXPONENTIAL_DELAY);
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          if (!strategy.notifyFailure(now)) continue;
          expect(strategy.getBackoffTime(now)).toBeGreaterThanOrEqual(1000);
          expect(strategy.getBackoffTime(now)).toBeLessThanOrEqual(60_000);
        }
      }),
    );
  });
});
