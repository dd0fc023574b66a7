import { describe, expect, test } from "vitest";

import { everyRun } from "../../../src/exercise/checks/every-run.ts";
import { PLAIN_RUN, type Player, type RunRequest, type RunResult } from "../../../src/exercise/run.ts";

const SAYS = { zh: "总和小于 3。", en: "The sum is less than 3." };

/** A job that adds up what it is fed with. */
function adder(): Player & { readonly fed: RunRequest["input"][] } {
  const fed: RunRequest["input"][] = [];
  const play = (request: Partial<RunRequest>): RunResult => {
    const input = request.input ?? [];
    fed.push(input);
    const numbers = Array.isArray(input) ? input.map(Number) : [];
    const outcome = numbers.reduce((sum, number) => sum + number, 0);
    return { outcome, failure: null, steps: 1, completedCheckpoints: 0, metrics: [], input: [], trace: [] };
  };
  return { fed, play, input: () => [0, 1, 0, 2, 0] };
}

const promise = {
  id: "small",
  says: SAYS,
  requests: () => [{ seed: 4, input: 7 }],
  breach: (sum: number) => (sum < 3 ? null : { expected: "< 3", actual: sum }),
};

describe("everyRun", () => {
  test("shows a broken promise with as little input as does", () => {
    expect(everyRun(promise).run(adder(), { seeds: 1 })).toEqual({
      status: "fail",
      expected: "< 3",
      actual: 3,
      counterexample: { ...PLAIN_RUN, seed: 4, input: [1, 2] },
    });
  });

  test("leaves the input whole, and plays once, where the load is the point", () => {
    const player = adder();
    const { run } = everyRun({ ...promise, counterexample: "whole-input" });
    expect(run(player, { seeds: 1 })).toEqual({
      status: "fail",
      expected: "< 3",
      actual: 3,
      counterexample: { ...PLAIN_RUN, seed: 4, input: 7 },
    });
    expect(player.fed).toHaveLength(1);
  });

  test("has an answer in time for a long input of which nothing can be left out", () => {
    const long = Array.from({ length: 3000 }, () => 1);
    const player = { ...adder(), input: () => long };
    const all = {
      ...promise,
      breach: (sum: number) => (sum < 3000 ? null : { expected: "< 3000", actual: sum }),
    };
    expect(everyRun(all).run(player, { seeds: 1 })).toMatchObject({ counterexample: { input: long } });
    expect(player.fed.length).toBeLessThan(2500);
  });

  test("passes where every run keeps the promise", () => {
    const kept = { ...promise, breach: () => null };
    expect(everyRun(kept).run(adder(), { seeds: 1 })).toEqual({ status: "pass" });
  });

  test("proves nothing if it asks for no run", () => {
    const { run } = everyRun({ ...promise, requests: () => [] });
    expect(run(adder(), { seeds: 1 })).toMatchObject({ status: "inconclusive" });
  });

  test("takes a job that failed for good for one that breaks every promise", () => {
    const player = { ...adder(), play: () => ({ ...adder().play({}), failure: "JobException: too bad" }) };
    expect(everyRun({ ...promise, breach: () => null }).run(player, { seeds: 1 })).toMatchObject({
      status: "fail",
      expected: { failure: null },
      actual: { failure: "JobException: too bad" },
    });
  });
});
