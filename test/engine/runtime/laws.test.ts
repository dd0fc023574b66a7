import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { TraceRecorder } from "../../../src/engine/trace/trace-recorder.ts";
import { playProgram, randomPrograms } from "./random-programs.ts";

/** Programs in which a running sum or a filter comes behind a sum give results that depend on the order. */
function isOrderFree(stages: readonly { readonly op: string }[]): boolean {
  const firstSum = stages.findIndex(({ op }) => op === "sum");
  return firstSum < 0 || stages.slice(firstSum + 1).every(({ op }) => op === "map" || op === "rebalance");
}

/** Runs of one program in which something fails, at steps with equal distances. */
const CRASHES = 20;

const programs = randomPrograms(3).filter(({ stages }) => isOrderFree(stages));

describe("a random program on a cluster", () => {
  test("gives the same results in every interleaving", () => {
    fc.assert(
      fc.property(programs, fc.integer({ min: 0, max: 1000 }), (program, seed) => {
        expect(playProgram(program, { seed }).outcome).toEqual(playProgram(program, {}).outcome);
      }),
      { numRuns: 60 },
    );
  });

  test("gives the same results with plain calls and through buffers", () => {
    fc.assert(
      fc.property(programs, (program) => {
        expect(playProgram(program, { exchange: "direct" }).outcome).toEqual(
          playProgram(program, {}).outcome,
        );
      }),
      { numRuns: 60 },
    );
  });

  test.each([2, 3, 4, 5, 6, 7, 8])("gives the same results with %i instances as with one", (parallelism) => {
    fc.assert(
      fc.property(programs, (program) => {
        const withInstances = (instances: number) => ({
          ...program,
          stages: program.stages.map((stage) => ({ ...stage, parallelism: instances })),
        });
        expect(playProgram(withInstances(parallelism), {}).outcome).toEqual(
          playProgram(withInstances(1), {}).outcome,
        );
      }),
      { numRuns: 10 },
    );
  });

  test("is exactly-once wherever something fails", () => {
    const kinds = fc.constantFrom(
      "fail-task" as const,
      "kill-task-manager" as const,
      "kill-job-manager" as const,
    );
    fc.assert(
      fc.property(programs, fc.integer({ min: 0, max: 50 }), kinds, (program, seed, type) => {
        const calm = playProgram(program, { seed });
        for (let share = 1; share <= CRASHES; share++) {
          const step = Math.ceil((calm.steps * share) / CRASHES);
          const disturbed = playProgram(program, { seed, faults: [{ type, at: { step } }] });
          expect(disturbed.outcome).toEqual(calm.outcome);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("leaves the same trace with the same seed", () => {
    fc.assert(
      fc.property(programs, fc.integer({ min: 0, max: 50 }), (program, seed) => {
        const traceOf = () => {
          const recorder = new TraceRecorder();
          playProgram(program, { seed, recorder });
          return JSON.stringify(recorder.events);
        };
        expect(traceOf()).toBe(traceOf());
      }),
      { numRuns: 20 },
    );
  });
});
