import { describe, expect, test } from "vitest";

import { crashSweep } from "../../../../src/engine/runtime/sweep/crash-sweep.ts";
import { explore } from "../../../../src/engine/runtime/sweep/explore.ts";
import type { SweptJob } from "../../../../src/engine/runtime/sweep/swept-job.ts";

const RECORDS = Array.from({ length: 40 }, (_, index) => index);

/**
 * A job of 200 steps that loses something as long as it has `needed` records or more, with every seed but 0, and if there
 * are crashes only where one strikes late. To leave records out in vain costs a run for every step.
 */
function lossyJob(needed: number, breaks: "late crash" | "seed", steps = 200): SweptJob<number, string> {
  return {
    input: RECORDS,
    play: (input, { seed, faults: [fault] }) => {
      const crashAt = fault !== undefined && "step" in fault.at ? fault.at.step : 0;
      const isHit = breaks === "seed" ? seed !== 0 : crashAt === 150;
      const outcome = isHit && input.length >= needed ? "lossy" : "right";
      return { outcome, steps, completedCheckpoints: 1 };
    },
  };
}

describe("the limit of what a smaller counterexample may cost", () => {
  test("ends a sweep of which every record is needed with all of them", () => {
    const verdict = crashSweep(lossyJob(RECORDS.length, "late crash"), [0, 1, 2]);
    expect(verdict).toMatchObject({
      type: "violated",
      counterexample: { input: RECORDS, seed: 0, crashAt: 150, expected: "right", actual: "lossy" },
    });
    // Without it, 80 sweeps would be tried: 16,000 runs.
    expect(verdict.runs).toBeLessThan(2200);
  });

  test("keeps what was left out before it is reached", () => {
    const verdict = crashSweep(lossyJob(10, "late crash", 160), [0, 1, 2]);
    if (verdict.type !== "violated") throw new Error("the sweep has found nothing");
    expect(verdict.counterexample.input.length).toBeLessThanOrEqual(20);
    expect(verdict.counterexample.input.length).toBeGreaterThanOrEqual(10);
  });

  test("is not reached by a short job: that has as little input as there can be", () => {
    const verdict = crashSweep({ ...lossyJob(2, "late crash", 155), input: [1, 2, 3] }, [0, 1]);
    expect(verdict).toMatchObject({ type: "violated", counterexample: { seed: 0, input: [1, 2] } });
  });

  test("counts steps where runs are long", () => {
    const verdict = explore(lossyJob(RECORDS.length, "seed", 50_000), 3);
    expect(verdict).toMatchObject({ type: "violated", counterexample: { input: RECORDS } });
    expect(verdict.runs).toBeLessThan(12);
  });

  test("is the same each time", () => {
    const swept = () => crashSweep(lossyJob(13, "late crash"), [0, 1, 2]);
    expect(swept()).toEqual(swept());
  });
});
