import { describe, expect, test } from "vitest";

import { everyRun } from "../../src/exercise/checks/every-run.ts";
import { exactlyOnce } from "../../src/exercise/checks/exactly-once.ts";
import { sweepPromise } from "../../src/exercise/sweep-promise.ts";
import { playerOf } from "./a-player.ts";

const says = { zh: "", en: "" };

const checks = [
  everyRun({ id: "calm", says, requests: () => [{}], breach: () => null }),
  exactlyOnce({ id: "rows", says, outcomeOf: ({ rows }: { rows: number }) => rows }),
  exactlyOnce({ id: "balance", says, outcomeOf: ({ balance }: { balance: number }) => balance }),
];

/** A job whose rows suffer at step 1, and its balance at step 2, with data of the seed 7 only. */
const player = playerOf(([first], { faults: [fault] = [] }) => {
  const at = fault?.type === "fail-task" && "step" in fault.at && first === 7 ? fault.at.step : 0;
  return { outcome: { rows: at === 1 ? 2 : 1, balance: at === 2 ? 2 : 1 } };
});

const trial = { seeds: 1, data: 7 };

describe("the sweep of a promise", () => {
  test("is by what its own check looks at", () => {
    expect(sweepPromise(checks, player, { check: "rows", trial })?.[0]?.violatedAt).toEqual([1]);
    expect(sweepPromise(checks, player, { check: "balance", trial })?.[0]?.violatedAt).toEqual([2]);
  });

  test("is of the first that is about crashes where none is named", () => {
    expect(sweepPromise(checks, player, { check: null, trial })?.[0]?.violatedAt).toEqual([1]);
  });

  test("feeds the job with the data of the trial, with each of its seeds", () => {
    const swept = sweepPromise(checks, player, { check: "rows", trial: { seeds: 2, data: 1 } });
    expect(swept).toEqual([
      { seed: 0, steps: 3, violatedAt: [] },
      { seed: 1, steps: 3, violatedAt: [] },
    ]);
  });

  test("isn't there where no check can tell", () => {
    expect(sweepPromise(checks, player, { check: "calm", trial })).toBeNull();
    expect(sweepPromise(checks, player, { check: "gone", trial })).toBeNull();
    expect(sweepPromise(checks.slice(0, 1), player, { check: null, trial })).toBeNull();
  });
});
