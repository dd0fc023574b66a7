import { describe, expect, test } from "vitest";

import { toldSteps } from "../../../src/pages/trace/divergence.ts";
import { firstDivergence } from "../../../src/pages/trace/first-divergence.ts";
import { outputChanges } from "../../../src/pages/trace/output-changes.ts";
import { outputDiff } from "../../../src/pages/trace/output-diff.ts";
import { canvasOf, frame, leakRun, ordersRun, sumsRun } from "./runs.ts";

const broken = { name: "job.ts", events: ordersRun(0) };
const fixed = { name: "solution.ts", events: ordersRun(20_000) };

describe("the first difference of two runs", () => {
  test("is shown side by side, with what only one of them holds", () => {
    expect(frame(firstDivergence(broken, fixed, canvasOf()))).toMatchInlineSnapshot(`
      "first difference                                 after 9 steps that are the same
      job.ts                                 │ solution.ts
      ────────────────────────────────────────────────────────────────────────────────
      8 Map.1                                │ 8 Map.1
        takes in {user: ann, time: 6000} (t… │   takes in {user: ann, time: 6000} (t…
        sends {user: ann, time: 6000} (time… │   sends {user: ann, time: 6000} (time…
      9 counts.0                             │ 9 counts.0
        takes in {user: ann, time: 2000} (t… │   takes in {user: ann, time: 2000} (t…
        window-contents of ann = {user: ann… │   window-contents of ann = {user: ann…
        sets a timer for 9.999, key ann      │   sets a timer for 9.999, key ann
                                             ≠   sets a timer for 29.999, key ann
      10 counts.0                            │ 10 counts.0
        takes in {user: bob, time: 7000} (t… │   takes in {user: bob, time: 7000} (t…
        window-contents of bob = {user: bob… │   window-contents of bob = {user: bob…
        sets a timer for 9.999, key bob      │   sets a timer for 9.999, key bob
                                             ≠   sets a timer for 29.999, key bob
      11 counts.0                            │ 11 counts.0
        takes in {user: bob, time: 1000} (t… │   takes in {user: bob, time: 1000} (t…
        window-contents of bob = {user: bob… │   window-contents of bob = {user: bob…
      12 counts.0                            │ 12 counts.0
        takes in {user: ann, time: 6000} (t… │   takes in {user: ann, time: 6000} (t…
        window-contents of ann = {user: ann… │   window-contents of ann = {user: ann…

      held by solution.ts only: counts.0: timer ann 29.999"
    `);
  });

  test("is shown the same in Chinese, 120 cells wide", () => {
    expect(frame(firstDivergence(broken, fixed, canvasOf({ lang: "zh", columns: 120, rows: 16 }))))
      .toMatchInlineSnapshot(`
        "第一处不同                                                                                                   前 9 步相同
        job.ts                                                     │ solution.ts
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        8 Map.1                                                    │ 8 Map.1
          收到 {user: ann, time: 6000}（时间戳 6）                 │   收到 {user: ann, time: 6000}（时间戳 6）
          发出 {user: ann, time: 6000}（时间戳 6）                 │   发出 {user: ann, time: 6000}（时间戳 6）
        9 counts.0                                                 │ 9 counts.0
          收到 {user: ann, time: 2000}（时间戳 2）                 │   收到 {user: ann, time: 2000}（时间戳 2）
          ann 的 window-contents = {user: ann, time: 2000}         │   ann 的 window-contents = {user: ann, time: 2000}
          为 key ann 注册定时器 9.999                              │   为 key ann 注册定时器 9.999
                                                                   ≠   为 key ann 注册定时器 29.999
        10 counts.0                                                │ 10 counts.0
          收到 {user: bob, time: 7000}（时间戳 7）                 │   收到 {user: bob, time: 7000}（时间戳 7）
          bob 的 window-contents = {user: bob, time: 7000}         │   bob 的 window-contents = {user: bob, time: 7000}

        只有 solution.ts 持有：counts.0：定时器 ann 29.999"
      `);
  });

  test("is shown the same with signs of ASCII alone", () => {
    const shown = frame(firstDivergence(broken, fixed, canvasOf({ signs: "ascii", rows: 16 })));
    expect(shown).toMatchInlineSnapshot(`
      "first difference                                 after 9 steps that are the same
      job.ts                                 | solution.ts
      --------------------------------------------------------------------------------
      8 Map.1                                | 8 Map.1
        takes in {user: ann, time: 6000} (t~ |   takes in {user: ann, time: 6000} (t~
        sends {user: ann, time: 6000} (time~ |   sends {user: ann, time: 6000} (time~
      9 counts.0                             | 9 counts.0
        takes in {user: ann, time: 2000} (t~ |   takes in {user: ann, time: 2000} (t~
        window-contents of ann = {user: ann~ |   window-contents of ann = {user: ann~
        sets a timer for 9.999, key ann      |   sets a timer for 9.999, key ann
                                             !   sets a timer for 29.999, key ann
      10 counts.0                            | 10 counts.0
        takes in {user: bob, time: 7000} (t~ |   takes in {user: bob, time: 7000} (t~
        window-contents of bob = {user: bob~ |   window-contents of bob = {user: bob~

      held by solution.ts only: counts.0: timer ann 29.999"
    `);
    expect(shown).toMatch(/^[\n -~]*$/);
  });

  test("is told in words", () => {
    expect(frame(firstDivergence(broken, fixed, canvasOf({ form: "plain", lang: "zh" }))))
      .toMatchInlineSnapshot(`
        "第一处不同：前 9 步相同
        第 8 步 Map.1：收到 {user: ann, time: 6000}（时间戳 6），发出 {user: ann, time:
        6000}（时间戳 6）
        job.ts：第 9 步 counts.0：收到 {user: ann, time: 2000}（时间戳 2），ann 的
        window-contents = {user: ann, time: 2000}，为 key ann 注册定时器 9.999
        solution.ts：第 9 步 counts.0：收到 {user: ann, time: 2000}（时间戳 2），ann 的
        window-contents = {user: ann, time: 2000}，为 key ann 注册定时器 9.999，为 key
        ann 注册定时器 29.999
        只有 solution.ts 持有：counts.0：定时器 ann 29.999"
      `);
  });

  test("is the end of the shorter one if that is all", () => {
    const cut = { name: "cut", events: fixed.events.slice(0, 60) };
    expect(frame(firstDivergence(cut, fixed, canvasOf({ form: "plain" })))).toContain(
      "cut: (the run has ended)",
    );
  });

  test("tells nothing twice in a row", () => {
    const told = toldSteps(broken.events, canvasOf().words);
    expect(told.some(({ said }) => said.some((text, index) => text === said[index - 1]))).toBe(false);
  });

  test("is none between a run and itself, nor between empty ones", () => {
    expect(frame(firstDivergence(broken, { ...broken, name: "again" }, canvasOf()))).toMatch(
      /^Both runs do the same: \d+ steps\.$/,
    );
    const empty = { name: "empty", events: [] };
    expect(frame(firstDivergence(empty, empty, canvasOf()))).toBe("Both runs do the same: 0 steps.");
  });

  test("is found at once in huge runs", () => {
    const [one, other] = [leakRun(1500, 7), leakRun(1501, 7)];
    const begun = performance.now();
    firstDivergence({ name: "one", events: one }, { name: "other", events: other }, canvasOf());
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe("the difference of two outputs", () => {
  test("shows what is new, what is gone, and what stands beside it", () => {
    expect(frame(outputDiff(broken.events, fixed.events, canvasOf()))).toMatchInlineSnapshot(`
      "output  2 new, 2 gone
      −  late orders  {user: ann, time: 3000}
         table        {user: ann, time: 6000}
         table        {user: bob, time: 7000}
         table        {user: ann, time: 12000}
      −  table        {user: bob, time: 27000}
      +  table        {user: ann, time: 6000}
         table        {user: ann, time: 29000}
      +  table        {user: bob, time: 27000}
         table        {user: ann, time: 34000}
         table        {user: cat, time: 33000}"
    `);
    expect(frame(outputDiff(broken.events, fixed.events, canvasOf({ lang: "zh", form: "plain" }))))
      .toMatchInlineSnapshot(`
      "输出  新增 2 条，消失 2 条
      删除  late orders  {user: ann, time: 3000}
      不变  table        {user: ann, time: 6000}
      不变  table        {user: bob, time: 7000}
      不变  table        {user: ann, time: 12000}
      删除  table        {user: bob, time: 27000}
      新增  table        {user: ann, time: 6000}
      不变  table        {user: ann, time: 29000}
      新增  table        {user: bob, time: 27000}
      不变  table        {user: ann, time: 34000}
      不变  table        {user: cat, time: 33000}"
    `);
  });

  test("says so if there is none", () => {
    expect(frame(outputDiff(broken.events, broken.events, canvasOf()))).toBe(
      "output  The output is the same.",
    );
    expect(frame(outputDiff([], [], canvasOf({ lang: "zh" })))).toBe("输出  输出没有变化。");
  });

  test("swaps what is new and what is gone with the runs", () => {
    const [one, other] = [sumsRun({ count: 3 }).events, sumsRun({ count: 4 }).events];
    const count = (kind: string, before: typeof one, after: typeof one): number =>
      outputChanges(before, after).filter((change) => change.kind === kind).length;
    expect(count("added", one, other)).toBeGreaterThan(0);
    expect(count("added", one, other)).toBe(count("removed", other, one));
    expect(count("removed", one, other)).toBe(count("added", other, one));
  });

  test("compares outputs that have little in common as bags", () => {
    const [one, other] = [leakRun(900, 900), leakRun(900, 1)];
    expect(() => outputChanges(one, other)).not.toThrow();
  });

  test("takes no operator for a sink that others are chained to, though it sent nothing", () => {
    const at = { step: 1, time: 0, subtask: 0 };
    const chain = (operators: readonly string[]) =>
      ({ ...at, operator: "calls", type: "deploy", attempt: 1, operators, producers: [] }) as const;
    const ride = {
      ...at,
      operator: "long rides",
      type: "element-in",
      input: 1,
      value: "start",
      timestamp: 0,
    } as const;
    expect(outputChanges([], [chain(["long rides", "calls"]), ride])).toEqual([]);
    expect(outputChanges([], [chain(["long rides"]), ride])).toEqual([
      { kind: "added", place: "long rides", text: "start" },
    ]);
  });
});
