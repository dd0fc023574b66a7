import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { crashSweep } from "../../../../src/engine/runtime/sweep/crash-sweep.ts";
import type { SweptJob } from "../../../../src/engine/runtime/sweep/swept-job.ts";
import { sweepSeed } from "../../../../src/engine/runtime/sweep/swept-seed.ts";

const failTask = (step: number) => ({ type: "fail-task", at: { step } }) as const;

/** A job of some steps that comes to something else if one of the `weak` ones fails. */
function jobOf(steps: number, weak: readonly number[], outcome: unknown = ["a"]): SweptJob<string, unknown> {
  return {
    input: ["a"],
    play: (_, { faults: [fault] }) => {
      const at = fault !== undefined && "at" in fault && "step" in fault.at ? fault.at.step : 0;
      return { outcome: weak.includes(at) ? { failure: at } : outcome, steps, completedCheckpoints: 1 };
    },
  };
}

describe("the sweep of one seed", () => {
  test("tells every step before which a failure makes a difference, not only the first", () => {
    expect(sweepSeed(jobOf(6, [2, 3, 6]), 4, failTask)).toEqual({ seed: 4, steps: 6, violatedAt: [2, 3, 6] });
  });

  test("has nothing to tell of a job that always comes to the same", () => {
    expect(sweepSeed(jobOf(3, []), 0, failTask)).toEqual({ seed: 0, steps: 3, violatedAt: [] });
  });

  test("finds a violation wherever the sweep that stops at the first one does, and that one first", () => {
    const steps = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(steps, fc.array(fc.integer({ min: 1, max: 30 })), (length, weak) => {
        const { violatedAt } = sweepSeed(jobOf(length, weak), 0, failTask);
        const verdict = crashSweep(jobOf(length, weak), [0], failTask);
        const first = verdict.type === "held" ? undefined : verdict.counterexample.crashAt;
        expect(violatedAt[0]).toBe(first);
        expect(violatedAt).toEqual(
          [...new Set(weak)].filter((step) => step <= length).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
