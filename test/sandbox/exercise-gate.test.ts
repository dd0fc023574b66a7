import { beforeAll, describe, expect, test } from "vitest";

import type { Exercise } from "../../src/card/exercise.ts";
import { runGate } from "../../src/sandbox/exercise-gate.ts";
import { aJob, anExercise, mutant, RIGHT_JOB, WRONG_JOB } from "./an-exercise.ts";
import { buildRunner, BUILT } from "./program.ts";

beforeAll(buildRunner, 60_000);

/** Returns the programs that the gate complains of, and what they should have come to. */
async function complaints(given: Partial<Exercise>): Promise<readonly string[]> {
  const exercise = anExercise(given);
  const { job, scene, check, solutions, mutants } = exercise;
  const files = [job, scene, check, ...solutions, ...mutants];
  const problems = await runGate({ exercise, files }, { program: BUILT, seeds: 2, onProgram: () => {} });
  return problems.map((problem) =>
    problem.code === "exercise-verdict" ? `${problem.data.program}: ${problem.data.expected}` : problem.code,
  );
}

const LOCKED = "/* @locked */ const FACTOR = 2; /* @end */\n";

const EMPTY_CHECK = `export const checks = ["one", "two"].map((id) => ({
  id, says: { zh: id, en: id }, kind: "invariant", run: () => ({ status: "pass" }),
}));`;

describe("the gate", () => {
  test("lets an exercise through whose programs come to what it says", async () => {
    expect(await complaints({})).toEqual([]);
  });

  test.each<[string, Partial<Exercise>, readonly string[]]>([
    [
      "a job that isn't broken",
      { job: { path: "job.ts", text: RIGHT_JOB } },
      ["job.ts: fail", "job.ts, data 3: fail"],
    ],
    [
      "a job that is no program",
      { job: { path: "job.ts", text: "const =" } },
      ["job.ts: fail", "empty job: fail", "identity job: fail", "job.ts, data 3: fail"],
    ],
    [
      "a solution that is none",
      { solutions: [{ path: "solution.ts", text: aJob("return 1;"), tradeOff: null }] },
      ["solution.ts: pass", "solution.ts, data 3: pass"],
    ],
    [
      "a wrong fix that is right",
      { mutants: [mutant("mutants/a.ts", "return 2 * value;")] },
      ["mutants/a.ts: fail: doubled"],
    ],
    [
      "a wrong fix that breaks another promise",
      { mutants: [{ ...mutant("mutants/a.ts", "return 1;"), expect: "same" }] },
      ["mutants/a.ts: fail: same"],
    ],
    [
      "checks that everything passes",
      { check: { path: "check.ts", text: EMPTY_CHECK } },
      [
        "job.ts: fail",
        "mutants/same.ts: fail: doubled",
        "mutants/tripled.ts: fail: doubled",
        "empty job: fail",
        "identity job: fail",
        "copied output: fail",
        "job.ts, data 3: fail",
      ],
    ],
    [
      "a solution that changes what is locked",
      {
        job: { path: "job.ts", text: `${LOCKED}${WRONG_JOB}` },
        mutants: [],
        solutions: [{ path: "solution.ts", text: RIGHT_JOB, tradeOff: null }],
      },
      ["solution.ts: pass", "solution.ts, data 3: pass"],
    ],
    [
      "a wrong fix that changes what is locked",
      {
        job: { path: "job.ts", text: `${LOCKED}${WRONG_JOB}` },
        mutants: [mutant("mutants/tripled.ts", "return value * 3;")],
        solutions: [{ path: "solution.ts", text: `${LOCKED}${RIGHT_JOB}`, tradeOff: null }],
      },
      ["mutants/tripled.ts: fail: doubled"],
    ],
    [
      "a job that is exported so that the gate can't empty it",
      {
        job: {
          path: "job.ts",
          text: WRONG_JOB.replace("export function job", "export { work as job };\nfunction work"),
        },
      },
      ["empty job: fail", "identity job: fail"],
    ],
    [
      "a budget that is hardly enough",
      { budget: { steps: 12, time: 60_000, allocations: 100 } },
      ["exercise-budget-tight"],
    ],
  ])("holds back %s", async (_, given, expected) => {
    expect(await complaints(given)).toEqual(expected);
  });
});
