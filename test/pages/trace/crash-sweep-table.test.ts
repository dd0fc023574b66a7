import { describe, expect, test } from "vitest";

import type { SweptSeed } from "../../../src/engine/runtime/sweep/swept-seed.ts";
import { crashSweepTable } from "../../../src/pages/trace/crash-sweep-table.ts";
import type { SweepResult } from "../../../src/pages/trace/crash-sweep.ts";
import { lastCursor } from "../../../src/pages/trace/trace-cursor.ts";
import { canvasOf, frame, sumsRun } from "./runs.ts";

type Commit = "when complete" | "too soon";

function committed(commit: Commit, seed: number, fail?: number): readonly number[] {
  const run = sumsRun({
    seed,
    commit,
    parallelism: 1,
    count: 2,
    ...(fail === undefined ? {} : { fail: { step: fail } }),
  });
  return run.committed.toSorted((one, other) => one - other);
}

/** Crashes a job before each of its steps, and compares what was committed. */
function sweep(commit: Commit, seeds: readonly number[]): SweepResult {
  const swept = seeds.map((seed): SweptSeed => {
    const calm = sumsRun({ seed, commit, parallelism: 1, count: 2 });
    const steps = Math.min(50, lastCursor(calm.events).step);
    const expected = JSON.stringify(committed(commit, seed));
    const all = Array.from({ length: steps }, (_, index) => index + 1);
    return {
      seed,
      steps,
      violatedAt: all.filter((fail) => JSON.stringify(committed(commit, seed, fail)) !== expected),
    };
  });
  const broken = swept.find(({ violatedAt }) => violatedAt.length > 0);
  if (broken === undefined) return { seeds: swept, counterexample: null };
  const { seed, violatedAt } = broken;
  const crashAt = violatedAt[0] ?? 0;
  const input = [1, 2, 3, 4];
  const [expected, actual] = [committed(commit, seed), committed(commit, seed, crashAt)];
  return { seeds: swept, counterexample: { seed, crashAt, input, expected, actual } };
}

const broken = sweep("too soon", [0, 1, 2]);

describe("the table of a crash sweep", () => {
  test("shows at which steps a crash broke the promise, and the smallest run that shows it", () => {
    expect(frame(crashSweepTable(broken, canvasOf()))).toMatchInlineSnapshot(`
      "crash sweep                                           2 of 3 seeds held, 74 runs
              crash before step 1 to 24
      seed 0  ·················✗✗·····  violated at 18-19
      seed 1  ·······················   held
      seed 2  ························  held
              · held  ✗ violated

      smallest counterexample, of 4 records alone:  seed 0, crash before step 18
        input     [1, 2, 3, 4]
        expected  [1, 2, 3, 5]
        actual    [1, 1, 2, 2, 3, 3, 5, 5]
        too many  1, 2, 3, 5"
    `);
    expect(frame(crashSweepTable(broken, canvasOf({ lang: "zh", columns: 120 })))).toMatchInlineSnapshot(`
      "崩溃扫描                                                                               3 个种子中 2 个成立，共运行 74 次
              在第 1 到 24 步之前崩溃
      种子 0  ·················✗✗·····  第 18-19 步被破坏
      种子 1  ·······················   成立
      种子 2  ························  成立
              · 成立  ✗ 被破坏

      最小反例，只用 4 条记录：  种子 0，在第 18 步之前崩溃
        输入  [1, 2, 3, 4]
        期望  [1, 2, 3, 5]
        实际  [1, 1, 2, 2, 3, 3, 5, 5]
        多出  1，2，3，5"
    `);
  });

  test("shows that a promise held", () => {
    expect(frame(crashSweepTable(sweep("when complete", [0, 1]), canvasOf()))).toMatchInlineSnapshot(`
      "crash sweep                                           2 of 2 seeds held, 49 runs
              crash before step 1 to 24
      seed 0  ························  held
      seed 1  ·······················   held
              · held  ✗ violated"
    `);
  });

  test("shows the same with signs of ASCII alone", () => {
    const shown = frame(crashSweepTable(broken, canvasOf({ signs: "ascii" })));
    expect(shown).toMatchInlineSnapshot(`
      "crash sweep                                           2 of 3 seeds held, 74 runs
              crash before step 1 to 24
      seed 0  .................XX.....  violated at 18-19
      seed 1  .......................   held
      seed 2  ........................  held
              . held  X violated

      smallest counterexample, of 4 records alone:  seed 0, crash before step 18
        input     [1, 2, 3, 4]
        expected  [1, 2, 3, 5]
        actual    [1, 1, 2, 2, 3, 3, 5, 5]
        too many  1, 2, 3, 5"
    `);
    expect(shown).toMatch(/^[\n -~]*$/);
  });

  test("says the same in words", () => {
    expect(frame(crashSweepTable(broken, canvasOf({ form: "plain", lang: "zh" })))).toMatchInlineSnapshot(`
      "崩溃扫描：3 个种子中 2 个成立，共运行 74 次
      种子 0：第 18-19 步被破坏
      种子 1：成立
      种子 2：成立
      最小反例，只用 4 条记录：  种子 0，在第 18 步之前崩溃
      输入：[1, 2, 3, 4]
      期望：[1, 2, 3, 5]
      实际：[1, 1, 2, 2, 3, 3, 5, 5]
      多出：1，2，3，5"
    `);
  });

  test("lets a sign stand for several steps where there are many, and shows broken seeds first where there are many", () => {
    const seeds = Array.from({ length: 50 }, (_, seed) => ({
      seed,
      steps: 900,
      violatedAt: seed === 41 ? [500, 501] : [],
    }));
    const rows = crashSweepTable({ seeds, counterexample: null }, canvasOf({ rows: 12 }));
    expect(rows).toHaveLength(12);
    expect(frame(rows)).toMatchInlineSnapshot(`
      "crash sweep                                      49 of 50 seeds held, 45050 runs
               crash before step 1 to 900, one sign for 20 steps
      seed 41  ························✗✗···················  violated at 500-501
      seed 0   ·············································  held
      seed 1   ·············································  held
      seed 2   ·············································  held
      seed 3   ·············································  held
      seed 4   ·············································  held
      seed 5   ·············································  held
      seed 6   ·············································  held
               42 more
               · held  ✗ violated"
    `);
  });

  test("tells what is missing and what is too much, field by field", () => {
    const counterexample = {
      seed: 0,
      crashAt: null,
      input: [],
      expected: { sum: 3, ids: ["a", "b"] },
      actual: { sum: 4, ids: ["b", "b"] },
    };
    const shown = frame(crashSweepTable({ seeds: [], counterexample }, canvasOf()));
    expect(shown).toMatch(/missing +sum 3, ids a/);
    expect(shown).toMatch(/too many +sum 4, ids b/);
    expect(shown).toContain("seed 0, no crash");
  });
});
