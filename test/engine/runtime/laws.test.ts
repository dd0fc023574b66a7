import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { TraceRecorder } from "../../../src/engine/trace/trace-recorder.ts";
import { playProgram, playRescaled, randomPrograms } from "./random-programs.ts";

/** Programs in which a running sum or a filter comes behind a sum give results that depend on the order. */
function isOrderFree(stages: readonly { readonly op: string }[]): boolean {
  const firstSum = stages.findIndex(({ op }) => op === "sum");
  return firstSum < 0 || stages.slice(firstSum + 1).every(({ op }) => op === "map" || op === "rebalance");
}

const kinds = fc.constantFrom(
  "fail-task" as const,
  "kill-task-manager" as const,
  "kill-job-manager" as const,
);

const programs = randomPrograms(3).filter(({ stages }) => isOrderFree(stages));

/** A program, its seed, and what fails. */
const disturbances = fc.tuple(programs, fc.integer({ min: 0, max: 50 }), kinds);

type Disturbance = typeof disturbances extends fc.Arbitrary<infer D> ? D : never;

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

  /** Plays a program once with something failing before each `every`th step. */
  function expectExactlyOnce([program, seed, type]: Disturbance, every: (steps: number) => number): void {
    const calm = playProgram(program, { seed });
    for (let step = 1; step <= calm.steps; step += every(calm.steps)) {
      const disturbed = playProgram(program, { seed, faults: [{ type, at: { step } }] });
      expect(disturbed.outcome).toEqual(calm.outcome);
    }
  }

  test("is exactly-once wherever something fails: before each of its steps", () => {
    fc.assert(
      fc.property(disturbances, (disturbance) => expectExactlyOnce(disturbance, () => 1)),
      { numRuns: 4 },
    );
  });

  test("is exactly-once, whatever the program: at ten of its steps", () => {
    fc.assert(
      fc.property(disturbances, (disturbance) =>
        expectExactlyOnce(disturbance, (steps) => Math.max(1, Math.ceil(steps / 10))),
      ),
      { numRuns: 60 },
    );
  });

  test("goes on from an unaligned checkpoint with other parallelisms, and with all that was under way", () => {
    let carried = 0;
    fc.assert(
      fc.property(
        programs,
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }),
        fc.record({ seed: fc.integer({ min: 0, max: 50 }), until: fc.integer({ min: 20, max: 300 }) }),
        (program, parallelisms, run) => {
          const unaligned = { ...program, checkpoints: "unaligned" as const };
          const rescaled = {
            ...unaligned,
            stages: unaligned.stages.map((stage, index) => ({
              ...stage,
              parallelism: parallelisms[index] ?? 1,
            })),
          };
          const played = playRescaled(unaligned, rescaled, run);
          if (played === null) return;
          carried += played.inFlight;
          expect(played.outcome).toEqual(playProgram(unaligned, { seed: run.seed }).outcome);
        },
      ),
      { numRuns: 60 },
    );
    expect(carried).toBeGreaterThan(0);
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
