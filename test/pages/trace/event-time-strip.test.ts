import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { rowWidth } from "../../../src/pages/row.ts";
import { eventTimeStrip } from "../../../src/pages/trace/event-time-strip.ts";
import { recordLanes } from "../../../src/pages/trace/record-lanes.ts";
import { lastCursor } from "../../../src/pages/trace/trace-cursor.ts";
import { watermarkHolder } from "../../../src/pages/trace/watermark-holder.ts";
import {
  canvasOf,
  frame,
  lateTwinsRun,
  leakRun,
  longRun,
  ordersRun,
  sessionsRun,
  silentRun,
  slowRun,
} from "./runs.ts";

const events = ordersRun();
const end = lastCursor(events);
const late = events.find(({ type }) => type === "late") ?? end;

/** The step at which the source's second subtask fell silent. */
const silent = events.find((event) => event.type === "status" && event.subtask === 1) ?? end;

describe("the strip of event time", () => {
  test("shows who holds the watermark, and what is still to come", () => {
    const firstWatermark =
      events.find((event) => event.type === "watermark-out" && event.operator === "counts") ?? end;
    expect(frame(eventTimeStrip(events, firstWatermark, canvasOf()))).toMatchInlineSnapshot(`
      "event time · counts                                      step 18 of 71, at 0.3 s
                0    5    10   15   20  25   30   35 s
      orders.0  ──●──┊─●bob─●ann──────────○───○─○cat──── watermark 5.999
      orders.1  ─●─○─┊●ann──────────────────○ann─○ann─── watermark 4.999
      watermark ━━━━━▲                                   4.999, held by orders.1
      [0, 10)   ▐░░░░░░░░░▌                              open, 4 records, 2 keys
      [10, 20)       ┊    ▐░░░░░░░░░▌                    open, 1 record
      [20, 30)       ┊              ▐        ▌           to come
      [30, 40)       ┊                       ▐         ▌ to come

      ▸ counts.0: watermark 4.999
      ▸ late orders.0: watermark 4.999
      ▸ table.0: watermark 4.999

      ● came  ○ to come  ◉ now  ✗ late  ◆ several  ▲ watermark  △ jump"
    `);
  });

  test("shows a partition that is idle, and the jump that follows", () => {
    const jump =
      events.find(
        (event) => event.type === "watermark-out" && event.operator === "counts" && event.step > silent.step,
      ) ?? end;
    expect(frame(eventTimeStrip(events, jump, canvasOf()))).toMatchInlineSnapshot(`
      "event time · counts                                      step 31 of 71, at 1.1 s
                0    5    10   15   20  25   30   35 s
      orders.0  ──●ann─●bob─●ann─────────┊●───○─○cat──── watermark 25.999
      orders.1  ─●─○──●ann───────────────┊──○ann─○ann─── watermark 4.999, idle
      watermark ━━━━━▲━━━━━━━━━━━━━━━━━━━△               25.999, jump of 21 s
      [0, 10)   ▐·········▌              ┊               gone, 4 records, fired
      [10, 20)            ▐·········▌    ┊               gone, 1 record, fired
      [20, 30)                      ▐░░░░░░░░▌           open, 1 record
      [30, 40)                           ┊   ▐         ▌ to come

      ▸ counts.0: watermark 25.999, the timer for 9.999 fires, key ann, [0, 10) of ann
        fires, sends {user: ann, time: 6000} (timestamp 9.999), [0, 10) of ann is
        9 lines more

      ● came  ○ to come  ◉ now  ✗ late  ◆ several  ▲ watermark  △ jump"
    `);
  });

  test("shows a late record where it belongs and when it was late", () => {
    expect(frame(eventTimeStrip(events, late, canvasOf()))).toMatchInlineSnapshot(`
      "event time · counts                                      step 39 of 71, at 1.6 s
                0    5    10   15   20  25   30   35 s
      orders.0  ──●ann─●bob─●ann─────────┊●───○─○cat──── watermark 25.999
      orders.1  ─●─✗──●ann───────────────┊──○ann─○ann─── watermark 4.999, idle
      watermark ━━━━━▲━━━━━━━━━━━━━━━━━━━△               25.999, jump of 21 s
      [0, 10)   ▐·········▌              ┊               1 late, gone, 4 records
      [10, 20)            ▐·········▌    ┊               gone, 1 record, fired
      [20, 30)                      ▐░░░░░░░░▌           open, 1 record
      [30, 40)                           ┊   ▐         ▌ to come

      ▸ counts.0: takes in {user: ann, time: 3000} (timestamp 3), a record of 3 is
        late: the watermark is 25.999, sends {user: ann, time: 3000} to the side
        2 lines more

      ● came  ○ to come  ◉ now  ✗ late  ◆ several  ▲ watermark  △ jump"
    `);
  });

  test("shows the same in Chinese, 120 cells wide", () => {
    expect(frame(eventTimeStrip(events, end, canvasOf({ lang: "zh", columns: 120 })))).toMatchInlineSnapshot(`
      "事件时间 · counts                                                                         第 71 步，共 71 步，时钟 2.3 s
                0       5       10      15      20      25      30      35 s
      orders.0  ───●ann────●bob────●ann────────────────────●bob───●──●cat──────── watermark MAX
      orders.1  ──●──✗ann─●ann────────────────────────────────●ann────●ann─────── watermark MAX
      watermark ━━━━━━━━▲━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━△━━▲━━━━━━━━━━━━━━━━━━━ MAX，输入结束
      [0, 10)   ▐···············▌                                                 迟到 1 条，已清理，4 条记录，已触发
      [10, 20)                  ▐···············▌                                 已清理，1 条记录，已触发
      [20, 30)                                  ▐···············▌                 已清理，2 条记录，已触发，2 个 key
      [30, 40)                                                  ▐···············▌ 已清理，3 条记录，已触发，2 个 key

      ▸ JobManager：作业状态变为 FINISHED



      ● 已到  ○ 未到  ◉ 当前  ✗ 迟到  ◆ 多条  ▲ watermark  △ 跳变"
    `);
  });

  test("shows the same with signs of ASCII alone", () => {
    const shown = frame(eventTimeStrip(events, late, canvasOf({ signs: "ascii" })));
    expect(shown).toMatchInlineSnapshot(`
      "event time - counts                                      step 39 of 71, at 1.6 s
                0    5    10   15   20  25   30   35 s
      orders.0  --*ann-*bob-*ann---------|*---o-ocat---- watermark 25.999
      orders.1  -*-X--*ann---------------|--oann-oann--- watermark 4.999, idle
      watermark =====^===================J               25.999, jump of 21 s
      [0, 10)   [         )              |               1 late, gone, 4 records
      [10, 20)            [         )    |               gone, 1 record, fired
      [20, 30)                      [........)           open, 1 record
      [30, 40)                           |   [         ) to come

      > counts.0: takes in {user: ann, time: 3000} (timestamp 3), a record of 3 is
        late: the watermark is 25.999, sends {user: ann, time: 3000} to the side
        2 lines more

      * came  o to come  @ now  X late  # several  ^ watermark  J jump"
    `);
    expect(shown).toMatch(/^[\n -~]*$/);
  });

  test("says the same in sentences", () => {
    expect(frame(eventTimeStrip(events, late, canvasOf({ form: "plain" })))).toMatchInlineSnapshot(`
      "event time: step 39 of 71, at 1.6 s
      orders.0: 2 {user: ann, time: 2000}, 7 {user: bob, time: 7000}, 12 {user: ann,
      time: 12000}, 27 {user: bob, time: 27000}, to come 2, watermark 25.999
      orders.1: 1 {user: bob, time: 1000}, 6 {user: ann, time: 6000}, 3 {user: ann,
      time: 3000} (late), to come 2, watermark 4.999, idle
      watermark counts.0: 25.999, jump of 21 s
      [0, 10): 1 late, gone, 4 records, fired, 2 keys
      [10, 20): gone, 1 record, fired
      [20, 30): open, 1 record
      [30, 40): to come
      counts.0: takes in {user: ann, time: 3000} (timestamp 3)
      counts.0: a record of 3 is late: the watermark is 25.999
      counts.0: sends {user: ann, time: 3000} to the side output late
      late orders.0: takes in {user: ann, time: 3000} (timestamp 3)"
    `);
    expect(frame(eventTimeStrip(events, late, canvasOf({ form: "plain", lang: "zh" }))))
      .toMatchInlineSnapshot(`
        "事件时间：第 39 步，共 71 步，时钟 1.6 s
        orders.0：2 {user: ann, time: 2000}，7 {user: bob, time: 7000}，12 {user: ann,
        time: 12000}，27 {user: bob, time: 27000}，未到 2，watermark 25.999
        orders.1：1 {user: bob, time: 1000}，6 {user: ann, time: 6000}，3 {user: ann,
        time: 3000}（迟到），未到 2，watermark 4.999，空闲
        watermark counts.0：25.999，跳了 21 s
        [0, 10)：迟到 1 条，已清理，4 条记录，已触发，2 个 key
        [10, 20)：已清理，1 条记录，已触发
        [20, 30)：收集中，1 条记录
        [30, 40)：还没有
        counts.0：收到 {user: ann, time: 3000}（时间戳 3）
        counts.0：时间戳 3 的记录迟到：watermark 已到 25.999
        counts.0：把 {user: ann, time: 3000} 发往侧输出 late
        late orders.0：收到 {user: ann, time: 3000}（时间戳 3）"
      `);
  });

  test("says of a long run what came last and what was late, and counts the rest", () => {
    const long = longRun(30);
    const told = { form: "plain", columns: 200 } as const;
    expect(frame(eventTimeStrip(long, lastCursor(long), canvasOf(told)))).toMatchInlineSnapshot(`
      "event time: step 139 of 139, at 8.7 s
      orders.0: 24 earlier, 1 {user: ann, time: 1000} (late), 150 {user: ann, time: 150000}, 156 {user: ann, time: 156000}, 162 {user: ann, time: 162000}, 168 {user: ann, time: 168000}, 174 {user: ann,
      time: 174000}, watermark MAX
      watermark last.0: MAX, end of input
      [0, 10): 1 late, gone, 2 records, fired
      [130, 140): gone, 2 records, fired
      [140, 150): gone, 1 record, fired
      [150, 160): gone, 2 records, fired
      [160, 170): gone, 2 records, fired
      [170, 180): gone, 1 record, fired
      12 more
      JobManager: the job is FINISHED"
    `);
    expect(frame(eventTimeStrip(long, { step: 6 }, canvasOf({ ...told, lang: "zh" }))))
      .toMatchInlineSnapshot(`
      "事件时间：第 6 步，共 139 步，时钟 0.2 s
      orders.0：0 {user: ann, time: 0}，未到 29，watermark -0.001
      [0, 10)：收集中，1 条记录
      [10, 20)：还没有
      [20, 30)：还没有
      [30, 40)：还没有
      [40, 50)：还没有
      [50, 60)：还没有
      还有 12 项
      orders.0：watermark -0.001"
    `);
  });

  test("names the partition that holds the watermark of a source with several", () => {
    const one = ordersRun(0, 1);
    const watermark = one.find((event) => event.type === "watermark-out" && event.operator === "counts");
    expect(frame(eventTimeStrip(one, watermark ?? lastCursor(one), canvasOf()))).toMatchInlineSnapshot(`
      "event time · counts                                      step 14 of 46, at 0.3 s
                  0    5   10   15   20  25   30  35 s
      partition-0 ──●──┊●bob─●ann──────────○───○─○cat─── watermark 5.999
      partition-1 ─●─○─┊●ann─────────────────○───○ann─── watermark 4.999
      watermark   ━━━━━▲                                 4.999, held by partition-1
      [0, 10)     ▐░░░░░░░░▌                             open, 4 records, 2 keys
      [10, 20)         ┊   ▐         ▌                   to come
      [20, 30)         ┊             ▐        ▌          to come
      [30, 40)         ┊                      ▐        ▌ to come

      ▸ counts.0: watermark 4.999
      ▸ late orders.0: watermark 4.999
      ▸ table.0: watermark 4.999

      ● came  ○ to come  ◉ now  ✗ late  ◆ several  ▲ watermark  △ jump"
    `);
  });

  test("marks the record that the operator has in hand", () => {
    const taken = events.find(({ type, operator }) => type === "element-in" && operator === "counts") ?? end;
    const shown = frame(eventTimeStrip(events, taken, canvasOf()));
    expect(shown.match(/◉/gu)).toHaveLength(1 + 1);
    expect(shown).toContain("▸ counts.0: takes in");
  });

  test("knows a late record again that was changed on its way", () => {
    const changed = ordersRun(0, 2, ({ user, time }) => ({ user: user.toUpperCase(), time }));
    const found = changed.find(({ type }) => type === "late") ?? end;
    expect(frame(eventTimeStrip(changed, found, canvasOf()))).toMatch(/orders\.1 .*✗/);
  });

  test("accuses no partition that is idle", () => {
    const after = events.filter(
      (event) => event.type === "watermark-out" && event.operator === "counts" && event.step > silent.step,
    );
    expect(watermarkHolder(events, after[0] ?? end, { operator: "counts", subtask: 0 })).toBeNull();
  });

  test("marks each of two late records that are the same when its time has come", () => {
    const twins = lateTwinsRun();
    const late = recordLanes(twins).flatMap(({ records }) => records.map(({ lateAt }) => lateAt));
    const steps = twins.filter(({ type }) => type === "late").map(({ step }) => step);
    expect(steps).toHaveLength(2);
    expect(late).toEqual([null, null, ...steps]);
  });

  test("shows how sessions merge", () => {
    const sessions = sessionsRun();
    const merge = sessions.find(({ type }) => type === "window-merge") ?? lastCursor(sessions);
    const before = frame(eventTimeStrip(sessions, { step: merge.step - 1 }, canvasOf()));
    expect(before).toContain("[2, 6)");
    expect(before).toContain("[8, 12)");
    expect(frame(eventTimeStrip(sessions, merge, canvasOf()))).toMatchInlineSnapshot(`
      "event time · sessions                                    step 11 of 23, at 0.3 s
                   5    10  15   20   25   30  35   40 s
      clicks.0  ●┊─◉──●ann───────○ann──────────────○ann─ watermark 2.999
      watermark ━▲                                       2.999
      [2, 12)   ▐░░░░░░░░░▌                              open, 3 records
      [20, 24)   ┊               ▐   ▌                   to come
      [39, 43)   ┊                                 ▐   ▌ to come

      ▸ sessions.0: takes in {user: ann, time: 5000} (timestamp 5), [2, 6) + [8, 12)
        of ann become [2, 12), sets a timer for 11.999, key ann, deletes the timer for
        4 lines more

      ● came  ○ to come  ◉ now  ✗ late  ◆ several  ▲ watermark  △ jump"
    `);
  });

  test("shows why no window fires: the watermark is held far back", () => {
    const silent = silentRun();
    const before =
      silent.findLast(({ type, time }) => type === "element-in" && time < 39_000) ?? lastCursor(silent);
    expect(frame(eventTimeStrip(silent, before, canvasOf()))).toMatchInlineSnapshot(`
      "event time · counts                                   step 361 of 431, at 38.6 s
                  30    35    40     45    50    55 s
      partition-0 ●◆◆●◆●◆◆●◆◉○○ann────────────────────── watermark 38.499
      partition-1 ─────────────────────────○bob───────── watermark 2.999
      watermark   ←                                      2.999, held by partition-1
      [0, 10)     ←                                      open, 21 records, 2 keys
      [10, 20)    ←                                      open, 20 records
      [20, 30)    ▌                                      open, 20 records
      [30, 40)    ▐░░░░░░░░░░░▌                          open, 18 records
      [50, 60)                             ▐           ▌ to come

      ▸ counts.0: takes in {user: ann, time: 38500} (timestamp 38.5), window-contents
        of ann = {user: ann, time: 30000}


      ● came  ○ to come  ◉ now  ✗ late  ◆ several  ▲ watermark  △ jump"
    `);
  });

  test("says so where no record has a timestamp", () => {
    const timeless = slowRun().filter(
      (event) => event.type !== "element-out" || !Number.isFinite(event.timestamp),
    );
    expect(frame(eventTimeStrip(timeless, { step: 20 }, canvasOf()))).toContain(
      "No record of this run has a timestamp.",
    );
  });

  test("says of an empty trace that nothing happened", () => {
    expect(frame(eventTimeStrip([], { step: 0 }, canvasOf()))).toBe("Nothing happened in this run.");
  });

  test("shows of a huge trace the records around the cursor, at once", () => {
    const huge = leakRun(1500, 7);
    expect(huge.length).toBeGreaterThan(10_000);
    const middle = { step: Math.floor(lastCursor(huge).step / 2) };
    eventTimeStrip(huge, middle, canvasOf());
    const begun = performance.now();
    const shown = frame(eventTimeStrip(huge, middle, canvasOf()));
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(shown).toMatchInlineSnapshot(`
      "event time · sessions                               step 2254 of 4508, at 75.1 s
                      74        74.5       75 s
      clicks.0  ●─●─●─●─●─●─●─●─●─●──●─●─●─◉─○─○─○─○─○─○ watermark 74.899
      watermark ━━━━▲━━━▲━━━▲━━━▲━━━━▲━━━▲               74.899

      ▸ clicks.0: sends user 1 (timestamp 75)



      ● came  ○ to come  ◉ now  ✗ late  ◆ several  ▲ watermark  △ jump"
    `);
  });

  test("never leaves its canvas, wherever the cursor stands", () => {
    const sizes = fc.record({
      columns: fc.integer({ min: 30, max: 140 }),
      rows: fc.integer({ min: 12, max: 40 }),
      lang: fc.constantFrom("zh", "en"),
      signs: fc.constantFrom("unicode", "ascii"),
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: end.step }), (size, step) => {
        const rows = eventTimeStrip(events, { step }, canvasOf(size));
        return rows.length <= size.rows && rows.every((line) => rowWidth(line) <= size.columns);
      }),
      { numRuns: 60 },
    );
  });
});
