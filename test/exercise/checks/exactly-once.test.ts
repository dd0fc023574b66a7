import { describe, expect, test } from "vitest";

import { exactlyOnce } from "../../../src/exercise/checks/exactly-once.ts";
import type { Player, RunResult } from "../../../src/exercise/run.ts";

/** A job that comes to the same whatever crashes, and takes checkpoints that only its scene knows of. */
function player(saved: number): Player {
  const result: RunResult = {
    outcome: { rows: ["tea 2"], saved },
    failure: null,
    steps: 3,
    completedCheckpoints: 0,
    metrics: [],
    trace: [],
  };
  return { play: () => result, input: () => ["tea", "tea"] };
}

interface Outcome {
  readonly rows: readonly string[];
  readonly saved: number;
}

const promise = {
  id: "exactly-once",
  says: { zh: "恰好一次。", en: "Exactly once." },
  outcomeOf: ({ rows }: Outcome) => rows,
  checkpoints: 2,
};

describe("exactlyOnce", () => {
  test("proves nothing of a job that completes no checkpoint", () => {
    expect(exactlyOnce(promise).run(player(2), { seeds: 1 })).toMatchObject({ status: "inconclusive" });
  });

  test("counts the checkpoints that the scene knows of, if it is told how", () => {
    const { run } = exactlyOnce({ ...promise, completedOf: ({ saved }) => saved });
    expect(run(player(2), { seeds: 1 })).toEqual({ status: "pass" });
    expect(run(player(1), { seeds: 1 })).toMatchObject({ status: "inconclusive" });
  });
});
