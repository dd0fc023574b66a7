import { afterEach, describe, expect, test } from "vitest";

import type { RunRequest } from "../../../src/exercise/run.ts";
import { sweptPromise } from "../../../src/exercise/swept-promise.ts";
import type { Verdict } from "../../../src/exercise/verdict.ts";
import { pictureOf } from "../../../src/pages/practice/picture-view.ts";
import { adaptTo, USUAL_TRAITS } from "../../../src/pages/terminal-traits.ts";
import { MORNING } from "../../history/builders.ts";
import { sumsRun } from "../../pages/trace/runs.ts";
import { FAILED, PASSED, Screens, sweepable } from "./screens.ts";

const PAYMENTS = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"];

const request: RunRequest = {
  input: PAYMENTS,
  seed: 3,
  faults: [{ type: "fail-task", at: { step: 8 } }],
  variation: {},
  watch: "trace",
};

const { events } = sumsRun({ seed: 0, commit: "too soon", parallelism: 1, count: 2 });

const SEEDS = [
  { seed: 0, steps: 22, violatedAt: [] },
  { seed: 1, steps: 22, violatedAt: [] },
  { seed: 2, steps: 21, violatedAt: [10, 20] },
  { seed: 3, steps: 22, violatedAt: [8, 9, 10] },
  { seed: 4, steps: 22, violatedAt: [] },
];

/** Returns the screens with a verdict and the run that shows it. */
function judged(lang: "zh" | "en", verdict = sweepable(FAILED)): Screens {
  const screens = new Screens(lang).opens().saves("x", verdict);
  const picture = pictureOf({ events, request, broken: null }, sweptPromise(verdict));
  return screens.hears({ type: "shown", run: runOf(screens), picture });
}

function runOf({ app }: Screens): number {
  return app.open?.practice.run.number ?? 0;
}

function swept(lang: "zh" | "en", seeds: typeof SEEDS | null = SEEDS): Screens {
  const screens = atSweep(judged(lang));
  return screens.hears({ type: "swept", run: runOf(screens), seeds });
}

/** Leads on to the sweep: past the pictures of the run. */
function atSweep(screens: Screens): Screens {
  screens.presses("p");
  for (let turns = 0; turns < 9 && screens.app.open?.picture?.kind !== "sweep"; turns++) screens.presses("p");
  return screens;
}

afterEach(() => adaptTo(USUAL_TRAITS));

describe("the crash sweep on the screen", () => {
  test("is made when it is looked at first, and says so meanwhile", () => {
    const screens = judged("en").presses("p");
    expect(screens.app.open?.picture?.sweep.type).toBe("unseen");
    expect(screens.effects).toEqual([]);
    atSweep(screens);
    expect(screens.effects).toEqual([{ type: "sweep" }]);
    expect(screens.frame).toContain("Crashing the job before each of its steps. It takes a moment.");
    // Nobody has to wait for it.
    screens.presses("p");
    expect(screens.frame).toContain("checkpoints");
    screens.hears({ type: "swept", run: runOf(screens), seeds: SEEDS });
    expect(screens.frame).toContain("checkpoints");
    expect(atSweep(screens).effects).toEqual([]);
    expect(screens.frame).toContain("violated at 10, 20");
  });

  test("shows a row a seed, a sign a step, and the smallest run that breaks the promise", () => {
    expect(swept("en").frame).toMatchInlineSnapshot(`
      "
        c6-02  Committed too soon                                                  ✗
         Ticket   Verdict  ❯Picture   Changes   Hints

        crash sweep                                      3 of 5 seeds held, 114 runs
                crash before step 1 to 22
        seed 0  ······················  held
        seed 1  ······················  held
        seed 2  ·········✗·········✗·   violated at 10, 20
        seed 3  ·······✗✗✗············  violated at 8-10
        seed 4  ······················  held
                · held  ✗ violated

        smallest counterexample, of 2 records alone:  seed 3, crash before step 8
          input     [p1, p2]
          expected  [p1, p2]
          actual    [p1, p2, p2]
          too many  p2

        p another picture                                               exactly-once


        e  edit    Tab  pages    h  hint    g  solution    ?  all keys    q  back"
    `);
    expect(swept("zh").frameOf({ columns: 120, rows: 40 })).toMatchInlineSnapshot(`
      "
                            c6-02  提交得太早                                                          ✗
                             工单   判定  ❯画面   改动   提示

                            崩溃扫描                                  5 个种子中 3 个成立，共运行 114 次
                                    在第 1 到 22 步之前崩溃
                            种子 0  ······················  成立
                            种子 1  ······················  成立
                            种子 2  ·········✗·········✗·   第 10、20 步被破坏
                            种子 3  ·······✗✗✗············  第 8-10 步被破坏
                            种子 4  ······················  成立
                                    · 成立  ✗ 被破坏

                            最小反例，只用 2 条记录：  种子 3，在第 8 步之前崩溃
                              输入  [p1, p2]
                              期望  [p1, p2]
                              实际  [p1, p2, p2]
                              多出  p2

                            p 换一种画面                                                    exactly-once


















                            e  编辑    Tab  换一页    h  提示    g  看答案    ?  所有按键    q  返回"
    `);
  });

  test("shows the same with signs of ASCII alone", () => {
    adaptTo({ ...USUAL_TRAITS, signs: "ascii" });
    const frame = swept("en").frameOf({ columns: 80, rows: 24 }, "ascii");
    expect(frame).toMatch(/^[\n -~]*$/u);
    expect(frame).toContain("seed 2  .........X.........X.   violated at 10, 20");
  });

  test("shows that all promises are kept after a pass", () => {
    const check = { ...(FAILED.status === "fail" ? FAILED.checks[1] : undefined) };
    const passed = sweepable({ ...PASSED, checks: [check] } as Verdict);
    const screens = atSweep(judged("en", passed));
    const seeds = SEEDS.map((seed) => ({ ...seed, violatedAt: [] }));
    screens.hears({ type: "swept", run: runOf(screens), seeds });
    expect(screens.frame).toContain("5 of 5 seeds held, 114 runs");
    expect(screens.frame).not.toContain("counterexample");
  });

  test("isn't led to where no promise speaks of crashes", () => {
    const screens = judged("en", FAILED);
    const kinds = Array.from({ length: 9 }, () => screens.presses("p").app.open?.picture?.kind);
    expect(kinds).not.toContain("sweep");
    expect(new Set(kinds).size).toBeGreaterThan(1);
  });

  test("is dropped by a newer save", () => {
    const screens = atSweep(judged("en"));
    const run = runOf(screens);
    screens.saves("y", sweepable(FAILED)).presses("p");
    screens.hears({ type: "swept", run, seeds: SEEDS });
    expect(screens.frame).not.toContain("crash sweep");
    const picture = pictureOf({ events, request, broken: null }, sweptPromise(sweepable(FAILED)));
    screens.hears({ type: "shown", run: runOf(screens), picture }, { type: "swept", run, seeds: SEEDS });
    expect(screens.app.open?.picture?.sweep.type).toBe("unseen");
  });

  test("is tried again where there was no answer", () => {
    const screens = swept("en", null);
    expect(screens.frame).toContain("No answer: some of these runs never end.");
    expect(atSweep(screens.presses("p")).effects).toEqual([{ type: "sweep" }]);
  });

  test("stays where it is when the run of the broken job comes, and when an input is moved", () => {
    const screens = swept("en").hears({ type: "compared", run: 2, broken: events });
    expect(screens.frame).toContain("crash sweep");
    screens.presses("p", ">").hears({ type: "moved", run: 2, played: { events, request }, selected: 1 });
    expect(atSweep(screens).effects).toEqual([]);
    expect(screens.frame).toContain("crash sweep");
  });

  test("moves no input: it is of no one run", () => {
    expect(swept("en").presses(">").effects).toEqual([]);
  });
});

describe("the input of the run in the picture", () => {
  test("has one element marked, which keys select and move", () => {
    const screens = judged("en").presses("p");
    expect(screens.frame).toContain("❯ input 1 of 8  p1");
    screens.presses("]", "]", "]", "]", "]", "]", "[");
    expect(screens.frame).toContain("❯ input 6 of 8  p6");
    expect(screens.presses("<").effects).toEqual([{ type: "move-input", from: 5, to: 4 }]);
    expect(screens.presses(">").effects).toEqual([{ type: "move-input", from: 5, to: 6 }]);
    const page = screens.frameOf({ columns: 80, rows: 60 });
    expect(page).toContain("\n  … 1\n    p2\n    p3\n    p4\n    p5\n  ❯ p6\n    p7\n  … 1\n");
  });

  test("stays at its ends", () => {
    const screens = judged("en").presses("p", "[");
    expect(screens.frame).toContain("❯ input 1 of 8  p1");
    screens.presses(...Array.from({ length: 20 }, () => "]"));
    expect(screens.frame).toContain("❯ input 8 of 8  p8");
    expect(screens.presses(">").effects).toEqual([]);
  });

  test("keeps the element marked that was moved", () => {
    const screens = judged("en").presses("p", "]");
    const moved = { ...request, input: ["p1", "p3", "p2", ...PAYMENTS.slice(3)] };
    screens.hears({ type: "moved", run: runOf(screens), played: { events, request: moved }, selected: 2 });
    expect(screens.frame).toContain("❯ input 3 of 8  p2");
  });

  test("is marked with ASCII where there is nothing else, and in colour and bold where there is", () => {
    adaptTo({ ...USUAL_TRAITS, signs: "ascii" });
    expect(judged("zh").presses("p").frameOf({ columns: 80, rows: 24 }, "ascii")).toContain(
      "> 第 1 条输入，共 8 条  p1",
    );
  });

  test("isn't told where there is none", () => {
    const screens = judged("en");
    const picture = pictureOf({ events, request: { ...request, input: [] }, broken: null });
    screens.hears({ type: "shown", run: runOf(screens), picture }).presses("p");
    expect(screens.frame).not.toContain("❯ input");
    expect(screens.presses(">", "]").effects).toEqual([]);
  });

  test("leads to the picture from wherever one is", () => {
    const screens = judged("en").hears({
      type: "practice",
      message: { type: "asked", for: "hint", moment: MORNING },
    });
    screens.presses("escape", "]");
    expect(screens.app.open?.panel).toBe("picture");
    expect(screens.frame).toContain("❯ input 1 of 8");
  });
});
