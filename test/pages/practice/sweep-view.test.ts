import { describe, expect, test } from "vitest";

import { PLAIN_RUN, type RunRequest } from "../../../src/exercise/run.ts";
import type { SweptPromise } from "../../../src/exercise/swept-promise.ts";
import {
  sweepAnswered,
  sweepRows,
  sweepViewOf,
  type SweepView,
} from "../../../src/pages/practice/sweep-view.ts";
import { canvasOf, frame } from "../trace/runs.ts";

const SEEDS = [{ seed: 0, steps: 12, violatedAt: [3] }];

function promiseWith(request: RunRequest | null): SweptPromise {
  const broken = request === null ? null : { request, expected: ["a"], actual: ["a", "a"] };
  return { id: "once", says: { zh: "", en: "" }, broken };
}

function sweptWith(request: RunRequest | null): SweepView {
  return { type: "swept", promise: promiseWith(request), seeds: SEEDS };
}

const crashed: RunRequest = {
  ...PLAIN_RUN,
  input: ["a"],
  seed: 2,
  faults: [{ type: "kill-task-manager", at: { step: 5 } }],
};

describe("the view of a crash sweep", () => {
  test("has nothing to show where there is no promise", () => {
    expect(sweepViewOf(null)).toEqual({ type: "none" });
    expect(sweepRows({ type: "none" }, canvasOf())).toEqual([]);
  });

  test("takes an answer only while one is waited for", () => {
    const promise = promiseWith(crashed);
    const unseen = sweepViewOf(promise);
    expect(sweepAnswered(unseen, SEEDS)).toBe(unseen);
    expect(sweepAnswered({ type: "none" }, SEEDS)).toEqual({ type: "none" });
    expect(sweepAnswered({ type: "sweeping", promise }, SEEDS)).toEqual({
      type: "swept",
      promise,
      seeds: SEEDS,
    });
    expect(sweepAnswered({ type: "sweeping", promise }, null)).toEqual({ type: "failed", promise });
  });

  test("tells the smallest run of the verdict below the table, if that was crashed at a step", () => {
    expect(frame(sweepRows(sweptWith(crashed), canvasOf()))).toContain(
      "of 1 record alone:  seed 2, crash before step 5",
    );
    const atCall: RunRequest = {
      ...crashed,
      faults: [{ type: "fail-task", at: { call: 4, moment: "after" } }],
    };
    expect(frame(sweepRows(sweptWith(atCall), canvasOf()))).not.toContain("counterexample");
    expect(frame(sweepRows(sweptWith(null), canvasOf()))).not.toContain("counterexample");
  });

  test("is told in words as well", () => {
    const canvas = canvasOf({ form: "plain", lang: "zh" });
    expect(frame(sweepRows(sweptWith(null), canvas))).toMatchInlineSnapshot(`
      "崩溃扫描：1 个种子中 0 个成立，共运行 13 次
      种子 0：第 3 步被破坏"
    `);
  });
});
