import { describe, expect, test } from "vitest";

import { exactlyOnce } from "../../../src/exercise/checks/exactly-once.ts";
import type { Json } from "../../../src/exercise/json.ts";
import { PLAIN_RUN } from "../../../src/exercise/run.ts";
import { playerOf } from "../a-player.ts";

interface Outcome {
  readonly rows: readonly Json[];
  readonly saved: number;
}

const promise = {
  id: "exactly-once",
  says: { zh: "恰好一次。", en: "Exactly once." },
  outcomeOf: ({ rows }: Outcome) => rows,
};

/** A job that comes to the same whatever crashes. */
const steady = playerOf((input) => ({ outcome: { rows: input, saved: 2 } }));

/** A job that counts a 2 twice if step 3 crashes with seed 1. */
const leaky = playerOf((input, { seed, faults = [] }) => {
  const [fault] = faults;
  const isHit = seed === 1 && fault?.type === "fail-task" && "step" in fault.at && fault.at.step === 3;
  return { outcome: { rows: isHit ? [...input, ...input.filter((each) => each === 2)] : input, saved: 2 } };
});

describe("exactlyOnce", () => {
  test("passes a job that comes to the same whatever crashes", () => {
    expect(exactlyOnce(promise).run(steady, { seeds: 2 })).toEqual({ status: "pass" });
  });

  test("shows the smallest crash that leaves something else behind", () => {
    expect(exactlyOnce(promise).run(leaky, { seeds: 2 })).toEqual({
      status: "fail",
      expected: [2],
      actual: [2, 2],
      counterexample: {
        ...PLAIN_RUN,
        input: [2],
        seed: 1,
        faults: [{ type: "fail-task", at: { step: 3 } }],
      },
    });
  });

  test("tells of every seed at which steps a crash leaves something else behind, by what it looks at", () => {
    expect(exactlyOnce(promise).sweep?.(leaky, { seeds: 3 })).toEqual([
      { seed: 0, steps: 3, violatedAt: [] },
      { seed: 1, steps: 3, violatedAt: [3] },
      { seed: 2, steps: 3, violatedAt: [] },
    ]);
    const counting = playerOf((input, { faults = [] }) => ({
      outcome: { rows: input, saved: faults.length },
    }));
    expect(exactlyOnce(promise).sweep?.(counting, { seeds: 1 })).toEqual([
      { seed: 0, steps: 3, violatedAt: [] },
    ]);
  });

  test("sweeps with what it was told to crash, and counts a job that then fails for good as broken", () => {
    const crashAt = (step: number) => ({ type: "kill-task-manager", at: { step } }) as const;
    const player = playerOf((input, { faults = [] }) => ({
      outcome: { rows: input, saved: 2 },
      failure: faults[0]?.type === "kill-task-manager" ? "no slots" : null,
    }));
    const swept = exactlyOnce({ ...promise, crashAt }).sweep?.(player, { seeds: 1 });
    expect(swept).toEqual([{ seed: 0, steps: 3, violatedAt: [1, 2, 3] }]);
    expect(exactlyOnce(promise).sweep?.(player, { seeds: 1 })).toEqual([
      { seed: 0, steps: 3, violatedAt: [] },
    ]);
  });

  test("crashes what it is told to, at every step of every seed", () => {
    const struck: string[] = [];
    const player = playerOf((_, { seed, faults = [] }) => {
      struck.push(...faults.map((fault) => `${seed} ${JSON.stringify(fault)}`));
      return { outcome: { rows: [], saved: 2 } };
    });
    const crashAt = (step: number) => ({ type: "kill-job-manager", at: { step } }) as const;
    exactlyOnce({ ...promise, crashAt }).run(player, { seeds: 2 });
    expect(struck).toEqual(
      [0, 1].flatMap((seed) => [1, 2, 3].map((step) => `${seed} ${JSON.stringify(crashAt(step))}`)),
    );
  });

  test("fails a job that fails for good undisturbed, whichever seed it is", () => {
    const player = playerOf((input, { seed }) => ({
      outcome: { rows: input, saved: 2 },
      failure: seed === 1 ? "Error: no" : null,
    }));
    expect(exactlyOnce(promise).run(player, { seeds: 2 })).toEqual({
      status: "fail",
      expected: { failure: null },
      actual: { failure: "Error: no" },
      counterexample: { ...PLAIN_RUN, seed: 1 },
    });
  });

  test("proves nothing of a job that completes too few checkpoints, with one seed only", () => {
    const player = playerOf((input, { seed }) => ({
      outcome: { rows: input, saved: 2 },
      completedCheckpoints: seed === 1 ? 1 : 9,
    }));
    const { run } = exactlyOnce({ ...promise, checkpoints: 2 });
    expect(run(player, { seeds: 1 })).toEqual({ status: "pass" });
    expect(run(player, { seeds: 2 })).toMatchObject({ status: "inconclusive" });
  });

  test("proves nothing without runs", () => {
    expect(exactlyOnce(promise).run(steady, { seeds: 0 })).toMatchObject({ status: "inconclusive" });
  });

  test("counts the checkpoints that the scene knows of, if it is told how", () => {
    const { run } = exactlyOnce({ ...promise, checkpoints: 2, completedOf: ({ saved }) => saved });
    expect(run(steady, { seeds: 1 })).toEqual({ status: "pass" });
    const fewer = playerOf((input) => ({ outcome: { rows: input, saved: 1 }, completedCheckpoints: 9 }));
    expect(run(fewer, { seeds: 1 })).toMatchObject({ status: "inconclusive" });
  });
});
