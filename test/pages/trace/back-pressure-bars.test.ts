import { describe, expect, test } from "vitest";

import { MetricsRecorder } from "../../../src/engine/index.ts";
import { backPressureBars } from "../../../src/pages/trace/back-pressure-bars.ts";
import { culpritOf, taskLoads } from "../../../src/pages/trace/task-loads.ts";
import { lastCursor } from "../../../src/pages/trace/trace-cursor.ts";
import { canvasOf, frame, ordersRun, slowRun } from "./runs.ts";

const metrics = new MetricsRecorder();
const events = slowRun(metrics);
const end = lastCursor(events);
const middle = events.find(({ time }) => time > 1500) ?? end;

describe("the bars of back-pressure", () => {
  test("name the first task that is not back-pressured behind one that is", () => {
    expect(frame(backPressureBars(events, middle, canvasOf()))).toMatchInlineSnapshot(`
      "load                                                step 873 of 1325, at 1.509 s
      numbers.0 ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒·········  B   0 %  P  76 %  I  24 %
       →        ▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▯                      18 buffers, max 19, 0 credits
      double.0  ██████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··  B  14 %  P  79 %  I   6 %
       →        ▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▯                      18 buffers, max 19, 0 credits
      sum.0     ███████████████████████████████████████  B  99 %  P   0 %  I   1 %  ←
       →        ▮                                        1 buffer, max 1, 1 credit
      store.0   ·······································  B   0 %  P   0 %  I 100 %

      culprit: sum.0  not back-pressured, but what comes before it is

      █ busy  ▒ back-pressured  · idle  ▮ used buffer"
    `);
  });

  test("show the same in Chinese, 120 cells wide", () => {
    const early = events.find(({ time }) => time > 200) ?? end;
    expect(frame(backPressureBars(events, early, canvasOf({ lang: "zh", columns: 120 }))))
      .toMatchInlineSnapshot(`
      "负载                                                                                 第 264 步，共 1325 步，时钟 0.201 s
      numbers.0 ································································  B   0 %  P   0 %  I 100 %
       →        ▮▮▯                                                               积压 2，最多 3，credit 1
      double.0  ██████████████████████████████▒▒▒▒······························  B  46 %  P   6 %  I  48 %
       →        ▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮                                                积压 18，最多 18，credit 0
      sum.0     █████████████████████████████████████████████████████████████···  B  96 %  P   0 %  I   4 %
       →        ▯                                                                 积压 0，最多 1，credit 2
      store.0   ································································  B   0 %  P   0 %  I 100 %

      没有任务反压

      █ 忙  ▒ 反压  · 空闲  ▮ 已占用的 buffer"
    `);
  });

  test("show the same with signs of ASCII alone", () => {
    const shown = frame(backPressureBars(events, middle, canvasOf({ signs: "ascii" })));
    expect(shown).toMatchInlineSnapshot(`
      "load                                                step 873 of 1325, at 1.509 s
      numbers.0 PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPIIIIIIIII  B   0 %  P  76 %  I  24 %
       >        ##################.                      18 buffers, max 19, 0 credits
      double.0  BBBBBBPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPII  B  14 %  P  79 %  I   6 %
       >        ##################.                      18 buffers, max 19, 0 credits
      sum.0     BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB  B  99 %  P   0 %  I   1 %  <
       >        #                                        1 buffer, max 1, 1 credit
      store.0   IIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII  B   0 %  P   0 %  I 100 %

      culprit: sum.0  not back-pressured, but what comes before it is

      B busy  P back-pressured  I idle  # used buffer"
    `);
    expect(shown).toMatch(/^[\n -~]*$/);
  });

  test("say the same in words", () => {
    expect(frame(backPressureBars(events, end, canvasOf({ form: "plain" })))).toMatchInlineSnapshot(`
      "load: step 1325 of 1325, at 3.009 s
      numbers.0: busy 0 %, back-pressured 80 %, idle 20 %
      double.0: busy 13 %, back-pressured 83 %, idle 4 %, 0 buffers, max 20
      sum.0: busy 100 %, back-pressured 0 %, idle 0 %, 0 buffers, max 20
      store.0: busy 0 %, back-pressured 0 %, idle 100 %, 0 buffers, max 2
      culprit: sum.0, not back-pressured, but what comes before it is"
    `);
  });

  test("agree with what the engine measures", () => {
    const { tasks } = metrics.report();
    for (const { task, shares } of taskLoads(events)) {
      const measured = tasks.find(({ name }) => name === task);
      expect(shares.busy).toBeCloseTo(measured?.busyRatio ?? -1, 1);
      expect(shares.backPressured).toBeCloseTo(measured?.backPressuredRatio ?? -1, 1);
    }
    expect(taskLoads(events)).toHaveLength(tasks.length);
  });

  test("never accuse a task that is back-pressured itself, however busy", () => {
    const load = (task: string, busy: number, backPressured: number, from: readonly string[]) => ({
      task,
      subtask: 0,
      shares: { busy, backPressured, idle: 1 - busy - backPressured },
      readsFrom: new Set(from),
    });
    const loads = [
      load("a", 0.1, 0.9, []),
      load("b", 0.8, 0.2, ["a"]),
      load("c", 0.7, 0, ["b"]),
      load("d", 0.9, 0, ["c"]),
    ];
    expect(culpritOf(loads)?.task).toBe("c");
    expect(culpritOf([])).toBeNull();
  });

  test("accuse nobody where nobody is back-pressured, and say so where nothing is known", () => {
    const calm = ordersRun();
    expect(frame(backPressureBars(calm, lastCursor(calm), canvasOf()))).toContain("nobody is back-pressured");
    expect(frame(backPressureBars([], { step: 0 }, canvasOf()))).toBe("The trace has no load of tasks.");
  });
});
