import { describe, expect, test } from "vitest";

import { sameOutcome } from "../../../src/exercise/checks/same-outcome.ts";
import { PLAIN_RUN } from "../../../src/exercise/run.ts";
import { playerOf } from "../a-player.ts";

const promise = {
  id: "same",
  says: { zh: "并行度无关紧要。", en: "Parallelism doesn't matter." },
  outcomeOf: (rows: readonly number[]) => rows,
  request: { input: 5 },
  differences: () => [1, 2].map((parallelism) => ({ variation: { parallelism } })),
};

const steady = playerOf((input) => ({ outcome: input }));
/** Loses a 6 where two subtasks work. */
const lossy = playerOf((input, { variation }) => ({
  outcome: input.filter((each) => each !== 6 || variation?.["parallelism"] !== 2),
}));

describe("sameOutcome", () => {
  test("passes where all runs come to the same", () => {
    expect(sameOutcome(promise).run(steady, { seeds: 1 })).toEqual({ status: "pass" });
  });

  test("shows the run that comes to something else, with as little input as does", () => {
    expect(sameOutcome(promise).run(lossy, { seeds: 1 })).toEqual({
      status: "fail",
      expected: [6],
      actual: [],
      counterexample: { ...PLAIN_RUN, variation: { parallelism: 2 }, input: [6] },
    });
  });

  test("has an answer in time for a long input of which nothing can be left out", () => {
    const long = Array.from({ length: 2000 }, (_, index) => index);
    let runs = 0;
    const { play } = playerOf((input, { variation }) => {
      runs += 1;
      return { outcome: input.length < long.length ? 0 : (variation?.["parallelism"] ?? 0) };
    });
    const counted = sameOutcome({ ...promise, outcomeOf: (outcome: number) => outcome });
    expect(counted.run({ play, input: () => long }, { seeds: 1 })).toMatchObject({
      counterexample: { input: long },
    });
    expect(runs).toBeLessThan(2500);
  });

  test("looks only at what counts", () => {
    const counted = sameOutcome({ ...promise, outcomeOf: (rows: readonly number[]) => rows.length > 5 });
    expect(counted.run(lossy, { seeds: 1 })).toEqual({ status: "pass" });
  });

  test.each([[[]], [[{ seed: 1 }]]])("proves nothing with nothing to compare: %j", (differences) => {
    const { run } = sameOutcome({ ...promise, differences: () => differences });
    expect(run(steady, { seeds: 1 })).toMatchObject({ status: "inconclusive" });
  });
});
