import { describe, expect, test } from "vitest";

import type { TracedEvent } from "../../../src/engine/index.ts";
import { VOID_NAMESPACE } from "../../../src/engine/state/namespace.ts";
import { heldEntries } from "../../../src/pages/trace/held-entries.ts";
import { STATE } from "../../../src/pages/trace/holdings.ts";
import { stateAndTimers } from "../../../src/pages/trace/state-and-timers.ts";
import { lastCursor } from "../../../src/pages/trace/trace-cursor.ts";
import { canvasOf, frame, leakRun, ordersRun, sumsRun } from "./runs.ts";

const orders = ordersRun(5000);
const fired = orders.find(({ type }) => type === "window-fire") ?? lastCursor(orders);
const late =
  orders.find(
    (event) => event.type === "element-in" && event.operator === "counts" && event.timestamp === 12_000,
  ) ?? fired;

/** What the state of a run is at a step: the text of every entry. */
function stateAt(events: readonly TracedEvent[], step: number): readonly string[] {
  return heldEntries(events, { step }, STATE)
    .entries.filter(({ change }) => change !== "removed")
    .map(({ event }) => `${event.operator}.${event.subtask} ${String(event.key)} ${String(event.value)}`)
    .toSorted();
}

describe("state and timers", () => {
  test("shows what a step has added", () => {
    expect(frame(stateAndTimers(orders, late, canvasOf()))).toMatchInlineSnapshot(`
      "keyed state  3 entries, most 4 at step 29                step 17 of 71, at 0.3 s
                ▂▄▄▄▄▄▄▄▆▆▆▆▆▆▆▆▆▆▆▆▆▆██▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆ ▄▄▄▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆██▆▆▆▆▆▆▆
      +  counts.0  ann  window-contents  [10, 20)  {user: ann, time: 12000}
         counts.0  ann  window-contents  [0, 10)   {user: ann, time: 6000}
         counts.0  bob  window-contents  [0, 10)   {user: bob, time: 7000}

      timers  6 timers, most 8 at step 29
                ▂▄▄▄▄▄▄▄▆▆▆▆▆▆▆▆▆▆▆▆▆▆██▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ ▄▄▄▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆██▇▇▇▇▇▇▇
      +  counts.0  ann  19.999  [10, 20)  event time
      +  counts.0  ann  24.999  [10, 20)  event time
         counts.0  bob  9.999   [0, 10)   event time
         counts.0  ann  9.999   [0, 10)   event time
         counts.0  bob  14.999  [0, 10)   event time
         counts.0  ann  14.999  [0, 10)   event time

      + new  ~ changed  − gone"
    `);
  });

  test("shows what a step has removed, and which timers fired", () => {
    expect(frame(stateAndTimers(orders, fired, canvasOf()))).toMatchInlineSnapshot(`
      "keyed state  1 entry, most 4 at step 29                  step 31 of 71, at 1.1 s
                ▂▄▄▄▄▄▄▄▆▆▆▆▆▆▆▆▆▆▆▆▆▆██▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆ ▄▄▄▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆██▆▆▆▆▆▆▆
      −  counts.0  bob  window-contents  [0, 10)   {user: bob, time: 7000}
      −  counts.0  ann  window-contents  [0, 10)   {user: ann, time: 6000}
      −  counts.0  ann  window-contents  [10, 20)  {user: ann, time: 12000}
         counts.0  bob  window-contents  [20, 30)  {user: bob, time: 27000}

      timers  2 timers, most 8 at step 29
                ▂▄▄▄▄▄▄▄▆▆▆▆▆▆▆▆▆▆▆▆▆▆██▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ ▄▄▄▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆██▇▇▇▇▇▇▇
      −  counts.0  ann  9.999   [0, 10)   fired
      −  counts.0  bob  9.999   [0, 10)   fired
      −  counts.0  ann  14.999  [0, 10)   fired
      −  counts.0  bob  14.999  [0, 10)   fired
      −  counts.0  ann  19.999  [10, 20)  fired
      −  counts.0  ann  24.999  [10, 20)  fired
         counts.0  bob  29.999  [20, 30)  event time
         counts.0  bob  34.999  [20, 30)  event time

      + new  ~ changed  − gone"
    `);
  });

  test("shows a leak as a line that only rises, with its maximum", () => {
    const leak = leakRun(60, 30);
    expect(frame(stateAndTimers(leak, lastCursor(leak), canvasOf({ lang: "zh", columns: 120 }))))
      .toMatchInlineSnapshot(`
      "keyed state  30 个条目，第 92 步最多，有 30 个                                          第 187 步，共 187 步，时钟 5.9 s
         ▁▁▁▁▁▂▂▂▂▂▂▂▂▃▃▃▃▃▃▃▃▄▄▄▄▄▄▄▅▅▅▅▅▅▆▆▆▆▆▆▆▆▇▇▇▇▇▇▇████████████████████████████████████████████████████████████████████
         sessions.0  user 29  seen    2
         sessions.0  user 28  seen    2
         sessions.0  user 27  seen    2
         sessions.0  user 26  seen    2
         sessions.0  user 25  seen    2
         sessions.0  user 24  seen    2
         sessions.0  user 23  seen    2
         sessions.0  user 22  seen    2
         sessions.0  user 21  seen    2
         sessions.0  user 20  seen    2
         sessions.0  user 19  seen    2
         sessions.0  user 18  seen    2
         sessions.0  user 17  seen    2
         sessions.0  user 16  seen    2
         sessions.0  user 15  seen    2
         还有 15 项

      定时器  没有定时器，第 44 步最多，有 13 个
         ▁▁▂▂▂▃▃▄▄▄▄▅▅▅▅▆▆▇▇▇▇█▇██████████████████████████████████████████████████████████████████████████████████████████████

      + 新增  ~ 更新  − 删除"
    `);
  });

  test("shows the same with signs of ASCII alone", () => {
    const shown = frame(stateAndTimers(orders, fired, canvasOf({ signs: "ascii" })));
    expect(shown).toMatchInlineSnapshot(`
      "keyed state  1 entry, most 4 at step 29                  step 31 of 71, at 1.1 s
                :=======**************##*************** ===******************##*******
      -  counts.0  bob  window-contents  [0, 10)   {user: bob, time: 7000}
      -  counts.0  ann  window-contents  [0, 10)   {user: ann, time: 6000}
      -  counts.0  ann  window-contents  [10, 20)  {user: ann, time: 12000}
         counts.0  bob  window-contents  [20, 30)  {user: bob, time: 27000}

      timers  2 timers, most 8 at step 29
                :=======**************##%%%%%%%%%%%%%%% ===******************##%%%%%%%
      -  counts.0  ann  9.999   [0, 10)   fired
      -  counts.0  bob  9.999   [0, 10)   fired
      -  counts.0  ann  14.999  [0, 10)   fired
      -  counts.0  bob  14.999  [0, 10)   fired
      -  counts.0  ann  19.999  [10, 20)  fired
      -  counts.0  ann  24.999  [10, 20)  fired
         counts.0  bob  29.999  [20, 30)  event time
         counts.0  bob  34.999  [20, 30)  event time

      + new  ~ changed  - gone"
    `);
    expect(shown).toMatch(/^[\n -~]*$/);
  });

  test("says the same in words", () => {
    expect(frame(stateAndTimers(orders, fired, canvasOf({ form: "plain", lang: "zh" }))))
      .toMatchInlineSnapshot(`
        "第 31 步，共 71 步，时钟 1.1 s
        keyed state：1 个条目，第 29 步最多，有 4 个
        删除  counts.0  bob  window-contents  [0, 10)   {user: bob, time: 7000}
        删除  counts.0  ann  window-contents  [0, 10)   {user: ann, time: 6000}
        删除  counts.0  ann  window-contents  [10, 20)  {user: ann, time: 12000}
              counts.0  bob  window-contents  [20, 30)  {user: bob, time: 27000}

        定时器：2 个定时器，第 29 步最多，有 8 个
        删除  counts.0  ann  9.999   [0, 10)   已触发
        删除  counts.0  bob  9.999   [0, 10)   已触发
        删除  counts.0  ann  14.999  [0, 10)   已触发
        删除  counts.0  bob  14.999  [0, 10)   已触发
        删除  counts.0  ann  19.999  [10, 20)  已触发
        删除  counts.0  ann  24.999  [10, 20)  已触发
              counts.0  bob  29.999  [20, 30)  事件时间
              counts.0  bob  34.999  [20, 30)  事件时间"
      `);
  });

  test("goes back to the snapshot with a restore", () => {
    const fail = { event: (event: TracedEvent) => event.type === "barrier-in" && event.checkpointId === 3 };
    const { events } = sumsRun({ fail });
    const restore = events.find((event) => event.type === "restore" && event.operator.startsWith("sum"));
    const failure = events.find(({ type }) => type === "failure");
    const { step = 0, subtask = 0 } = restore ?? {};
    const isOwn = (event: TracedEvent): boolean =>
      event.operator.startsWith("sum") && event.subtask === subtask;
    const snapshots = events.filter(
      (event) => event.type === "snapshot" && isOwn(event) && event.step < step,
    );
    const own = (at: number): readonly string[] =>
      stateAt(events, at).filter((text) => text.startsWith(`sum.${subtask} `));
    expect(own(step)).not.toEqual([]);
    expect(own(step)).toEqual(own(snapshots.at(-1)?.step ?? 0));
    expect(own(step)).not.toEqual(own((failure?.step ?? 0) - 1));
  });

  test("tells what has expired from what was cleared, and takes no notice of reads", () => {
    const operator = { time: 0, subtask: 0, operator: "sessions" };
    const about = (type: "state-get" | "state-put" | "state-clear" | "state-expired", key: string) =>
      ({
        type,
        state: "seen",
        key,
        namespace: VOID_NAMESPACE,
        value: type === "state-put" ? 7 : undefined,
      }) as const;
    const events: readonly TracedEvent[] = [
      { step: 1, ...operator, ...about("state-put", "ann") },
      { step: 1, ...operator, ...about("state-put", "bob") },
      { step: 1, ...operator, ...about("state-put", "eve") },
      { step: 2, ...operator, ...about("state-get", "ann") },
      { step: 3, ...operator, ...about("state-expired", "ann") },
      { step: 3, ...operator, ...about("state-clear", "bob") },
    ];
    expect(stateAt(events, 2)).toHaveLength(3);
    expect(frame(stateAndTimers(events, { step: 3 }, canvasOf({ form: "plain" })))).toMatchInlineSnapshot(`
      "step 3 of 3, at 0 s
      keyed state: 1 entry, most 3 at step 1
      gone  sessions.0  ann  seen    7  time to live over
      gone  sessions.0  bob  seen    7
            sessions.0  eve  seen    7

      timers: no timers"
    `);
    expect(frame(stateAndTimers(events, { step: 3 }, canvasOf({ lang: "zh" })))).toContain("7  TTL 到期");
  });

  test("says of an empty trace that nothing happened, and of a run without state that there is none", () => {
    expect(frame(stateAndTimers([], { step: 0 }, canvasOf()))).toBe("Nothing happened in this run.");
    const begun = { step: 1 };
    expect(frame(stateAndTimers(orders, begun, canvasOf()))).toContain("keyed state  no entries");
  });

  test("is drawn at once from a huge trace", () => {
    const huge = leakRun(1500, 400);
    expect(huge.length).toBeGreaterThan(10_000);
    const begun = performance.now();
    const rows = stateAndTimers(huge, lastCursor(huge), canvasOf());
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(rows.length).toBeLessThanOrEqual(24);
    expect(frame(rows)).toContain("400 entries, most 400 at step");
  });
});
