import { describe, expect, test } from "vitest";

import { everyRun } from "../../src/exercise/checks/every-run.ts";
import { exactlyOnce } from "../../src/exercise/checks/exactly-once.ts";
import { golden } from "../../src/exercise/checks/golden.ts";
import { sameOutcome } from "../../src/exercise/checks/same-outcome.ts";
import type { Json } from "../../src/exercise/json.ts";
import { putToTheTest } from "../../src/exercise/put-to-the-test.ts";
import { PLAIN_RUN } from "../../src/exercise/run.ts";
import { playerOf } from "./a-player.ts";

const says = { zh: "", en: "" };

const unchanged = everyRun({
  id: "unchanged",
  says,
  requests: () => [{}],
  breach: (outcome: Json, input: readonly Json[]) =>
    JSON.stringify(outcome) === JSON.stringify(input) ? null : { expected: input, actual: outcome },
});

describe("a job put to the test", () => {
  test("passes if it keeps its promises with all data", () => {
    const { checks } = putToTheTest(
      [unchanged],
      playerOf((input) => ({ outcome: input })),
      { seeds: 2, data: 1 },
    );
    expect(checks[0]?.finding.status).toBe("pass");
  });

  test("fails if it knows the expected output by heart", () => {
    const { checks } = putToTheTest(
      [unchanged],
      playerOf(() => ({ outcome: [1, 2] })),
      { seeds: 2, data: 1 },
    );
    expect(checks[0]?.finding.status).toBe("fail");
  });

  test("is fed with the data of the seed that it is given, and of the next one", () => {
    const fed: (readonly Json[])[] = [];
    const player = playerOf((input) => {
      fed.push(input);
      return { outcome: input };
    });
    putToTheTest([unchanged], player, { seeds: 1, data: 7 });
    expect(fed).toEqual([
      [7, 8],
      [8, 9],
    ]);
  });

  test("isn't held to a known output with other data", () => {
    const known = golden({ id: "known", says, outcomeOf: (outcome: Json) => outcome, expected: [1, 2] });
    const { checks } = putToTheTest(
      [known, unchanged],
      playerOf((input) => ({ outcome: input })),
      {
        seeds: 1,
        data: 1,
      },
    );
    expect(checks.map(({ finding }) => finding.status)).toEqual(["pass", "pass"]);
    const other = putToTheTest(
      [known, unchanged],
      playerOf((input) => ({ outcome: input })),
      { seeds: 1, data: 2 },
    );
    expect(other.checks.map(({ id, finding }) => [id, finding.status])).toEqual([["unchanged", "pass"]]);
  });

  test.each([
    ["with other data", { seeds: 1, data: 3 }, 3, []],
    ["on the second look", { seeds: 1, data: 3 }, 4, [3]],
  ])("is shown with the data that it was fed with %s", (_, trial, seed, known) => {
    const player = playerOf((input) => ({ outcome: known.includes(Number(input[0])) ? input : "wrong" }));
    const whole = { id: "whole", says, requests: () => [{}], counterexample: "whole-input" as const };
    const right = everyRun({
      ...whole,
      breach: (outcome: Json, input: readonly Json[]) =>
        outcome === "wrong" ? { expected: input, actual: outcome } : null,
    });
    const { checks } = putToTheTest([right], player, trial);
    expect(checks[0]?.finding).toMatchObject({
      status: "fail",
      expected: [seed, seed + 1],
      counterexample: { ...PLAIN_RUN, input: seed },
    });
  });

  test("has its runs and steps counted", () => {
    const { stats } = putToTheTest(
      [unchanged],
      playerOf((input) => ({ outcome: input })),
      { seeds: 1, data: 1 },
    );
    expect(stats).toEqual({ runs: 2, steps: 6, longest: 3 });
  });
});

describe("a job that fails for good where nothing goes wrong", () => {
  const dead = playerOf(() => ({ failure: "TypeError: no (job.ts:3:1)" }));

  test.each([
    ["every run", unchanged],
    ["exactly once", exactlyOnce({ id: "once", says, outcomeOf: (outcome: Json) => outcome })],
    [
      "the same outcome",
      sameOutcome({
        id: "same",
        says,
        outcomeOf: (outcome: Json) => outcome,
        differences: () => [{}, { seed: 1 }],
      }),
    ],
  ])("breaks the promise: %s", (_, check) => {
    expect(check.run(dead, { seeds: 2 })).toMatchObject({
      status: "fail",
      actual: { failure: expect.stringContaining("job.ts:3:1") },
    });
  });
});
