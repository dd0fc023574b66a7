import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { TracedEvent } from "../../../src/engine/index.ts";
import { rowWidth } from "../../../src/pages/row.ts";
import { checkpointLanes } from "../../../src/pages/trace/checkpoint-lanes.ts";
import { lastCursor } from "../../../src/pages/trace/trace-cursor.ts";
import { canvasOf, frame, ordersRun, sumsRun, whenComplete } from "./runs.ts";

const { events } = sumsRun({ fail: whenComplete(2) });
const crash = events.find(({ type }) => type === "failure") ?? lastCursor(events);
const complete = events.find(({ type }) => type === "checkpoint-complete") ?? crash;
const restore = events.find((event) => event.type === "restore" && event.operator.startsWith("sum")) ?? crash;

describe("the lanes of checkpoints", () => {
  test("show barriers, what is blocked behind them, snapshots and transactions", () => {
    expect(frame(checkpointLanes(events, complete, canvasOf()))).toMatchInlineSnapshot(`
      "checkpoints                                             step 23 of 91, at 0.15 s
                      3  6  11  12  15  16  17  19   21  ▸23  26  27  35  36  39  40
      JobManager            ┃1                            ★1          ┃2
      numbers.0                 ◆✓1
      numbers.1                             ◆✓1                           ◆✓2
      sum -> store.0                                 ◆✓1
       ← numbers.0                      ┃1░░░░░░░░░░░
       ← numbers.1                                   ┃1                       ┃2░░░░░
      sum -> store.1                            ◆✓1
       ← numbers.0                  ┃1░░░░░░░░░░
       ← numbers.1                              ┃1                                ┃2░
      txn store.0     ○1                             ◐1○4     ●1
      txn store.1        ○2                     ◐2○3              ●2
      transactions  #4 open  #3 open  #2 pre-committed  #1 pre-committed

      ▸ JobManager: checkpoint 1 is complete


      ┃ barrier ░ blocked ◆ snapshot ✓ ack ★ complete ⊘ aborted ✗ crash ► restore
      ○ open  ◐ pre-committed  ● committed  ⊘ aborted"
    `);
  });

  test("show the crash and the restore", () => {
    expect(frame(checkpointLanes(events, restore, canvasOf()))).toMatchInlineSnapshot(`
      "checkpoints                                             step 54 of 91, at 0.31 s
                      40  41  44   45   47  48  50  51 ▸54     55  57     64  75  76
      JobManager                        ★2                                    ┃3
      numbers.0           ◆✓2                                  ►2
      numbers.1                                                           ►2      ◆✓3
      sum -> store.0               ◆✓2      ✗                      ►2
       ← numbers.0                 ┃2
       ← numbers.1   ░░░░░░░░░░░░░░
      sum -> store.1          ◆✓2                       ►2
       ← numbers.0            ┃2
       ← numbers.1    ┃2░░░░░░
      txn store.0                  ◐4○6     ⊘6                     ●4⊘6○8
      txn store.1             ◐3○5              ●3  ⊘5  ●3⊘5○7
      transactions  #3 committed 2 times  #7 open  #6 aborted  #5 aborted

      ▸ sum -> store.1: is restored from checkpoint 2
      ▸ store.1: transaction {"id":3,"values":[9,7]} is committed, transaction
        {"id":5,"values":[]} is aborted, transaction {"id":7,"values":[]} begins
      ┃ barrier ░ blocked ◆ snapshot ✓ ack ★ complete ⊘ aborted ✗ crash ► restore
      ○ open  ◐ pre-committed  ● committed  ⊘ aborted"
    `);
  });

  test("show the same in Chinese, 120 cells wide", () => {
    expect(frame(checkpointLanes(events, crash, canvasOf({ lang: "zh", columns: 120 }))))
      .toMatchInlineSnapshot(`
        "checkpoint                                                                                第 48 步，共 91 步，时钟 0.3 s
                        16  17  19   21   23  26  27  35  36  39  40  41  44   45   47 ▸48  50  51  54     55  57     64  75
        JobManager                        ★1          ┃2                            ★2                                    ┃3
        numbers.0                                                     ◆✓2                                  ►2
        numbers.1           ◆✓1                           ◆✓2                                                         ►2
        sum -> store.0               ◆✓1                                       ◆✓2      ✗                      ►2
         ← numbers.0    ┃1░░░░░░░░░░░                                          ┃2
         ← numbers.1                 ┃1                       ┃2░░░░░░░░░░░░░░░
        sum -> store.1          ◆✓1                                       ◆✓2                       ►2
         ← numbers.0   ░░░░░░░░░                                          ┃2
         ← numbers.1            ┃1                                ┃2░░░░░░
        事务 store.0                 ◐1○4     ●1                               ◐4○6     ⊘6                     ●4⊘6○8
        事务 store.1            ◐2○3              ●2                      ◐3○5              ●3  ⊘5  ●3⊘5○7
        事务  #6 已回滚  #5 进行中  #4 已预提交  #3 已预提交  #2 已提交  #1 已提交

        ▸ sum -> store.0：失败：injected fault: fail-task
        ▸ store.0：事务 {"id":6,"values":[]} 回滚

        ┃ barrier  ░ 阻塞  ◆ 快照  ✓ 确认  ★ 完成  ⊘ 放弃  ✗ 崩溃  ► 恢复
        ○ 进行中  ◐ 已预提交  ● 已提交  ⊘ 放弃"
      `);
  });

  test("show the same with signs of ASCII alone", () => {
    const shown = frame(checkpointLanes(events, restore, canvasOf({ signs: "ascii" })));
    expect(shown).toMatchInlineSnapshot(`
      "checkpoints                                             step 54 of 91, at 0.31 s
                      40  41  44   45   47  48  50  51 >54     55  57     64  75  76
      JobManager                        C2                                    |3
      numbers.0           SA2                                  >2
      numbers.1                                                           >2      SA3
      sum -> store.0               SA2      X                      >2
       < numbers.0                 |2
       < numbers.1   ##############
      sum -> store.1          SA2                       >2
       < numbers.0            |2
       < numbers.1    |2######
      txn store.0                  p4o6     /6                     c4/6o8
      txn store.1             p3o5              c3  /5  c3/5o7
      transactions  #3 committed 2 times  #7 open  #6 aborted  #5 aborted

      > sum -> store.1: is restored from checkpoint 2
      > store.1: transaction {"id":3,"values":[9,7]} is committed, transaction
        {"id":5,"values":[]} is aborted, transaction {"id":7,"values":[]} begins
      | barrier # blocked S snapshot A ack C complete / aborted X crash > restore
      o open  p pre-committed  c committed  / aborted"
    `);
    expect(shown).toMatch(/^[\n -~]*$/);
  });

  test("say the same in sentences", () => {
    const { events: one } = sumsRun({ parallelism: 1, count: 2 });
    expect(frame(checkpointLanes(one, lastCursor(one), canvasOf({ form: "plain" })))).toMatchInlineSnapshot(`
      "checkpoints: step 24 of 24, at 0.15 s
      step 1 JobManager: the job is RUNNING
      step 3 store.0: transaction {"id":1,"values":[]} begins
      step 15 JobManager: checkpoint 1 begins
      step 16 numbers.0: snapshot for checkpoint 1
      step 16 numbers.0: acknowledges checkpoint 1
      step 18 sum -> store.0: barrier 1 on channel 0 (numbers.0)
      step 18 sum -> store.0: blocks channel 0 (numbers.0)
      step 18 sum -> store.0: snapshot for checkpoint 1
      step 18 store.0: transaction {"id":1,"values":[1,2,3,5]} is pre-committed
      step 18 sum -> store.0: acknowledges checkpoint 1
      step 18 sum -> store.0: reads channel 0 (numbers.0) again
      step 19 JobManager: checkpoint 1 is complete
      step 22 store.0: transaction {"id":1,"values":[1,2,3,5]} is committed
      step 24 JobManager: the job is FINISHED"
    `);
  });

  test("give the only channel of a task no lane of its own", () => {
    const { events: one } = sumsRun({ parallelism: 1, count: 2 });
    expect(frame(checkpointLanes(one, lastCursor(one), canvasOf()))).toMatchInlineSnapshot(`
      "checkpoints                                             step 24 of 24, at 0.15 s
                      3  15  16  18   19 ▸22
      JobManager         ┃1           ★1
      numbers.0              ◆✓1
      sum -> store.0             ┃◆✓1
      txn store.0     ○1         ◐1       ●1
      transactions  #1 committed

      ▸ JobManager: the job is FINISHED


      ┃ barrier  ░ blocked  ◆ snapshot  ✓ ack  ★ complete
      ○ open  ◐ pre-committed  ● committed"
    `);
  });

  test("tell which transaction was committed more than once, as Flink does after a failure", () => {
    const fail = {
      event: (event: TracedEvent) => event.type === "transaction" && event.state === "committed",
    };
    const run = sumsRun({ fail, parallelism: 1 }).events;
    expect(frame(checkpointLanes(run, lastCursor(run), canvasOf()))).toMatch(
      /transactions {2}#\d+ committed 2 times/,
    );
  });

  test("tell what a check has found wrong at the step of the cursor, and mark that step", () => {
    const seen =
      events.findLast(({ type, step }) => type === "checkpoint-complete" && step < crash.step) ?? complete;
    const canvas = { ...canvasOf(), violations: [{ step: seen.step, says: "order-17 is seen too soon" }] };
    expect(frame(checkpointLanes(events, seen, canvas))).toContain("\n✗ order-17 is seen too soon");
    expect(frame(checkpointLanes(events, crash, canvas))).toContain(`✗${seen.step} `);
  });

  test("say so where a run had no checkpoints", () => {
    expect(frame(checkpointLanes([], { step: 0 }, canvasOf()))).toContain("No barrier");
    const calm = ordersRun().filter(({ type }) => type === "element-in");
    expect(frame(checkpointLanes(calm, { step: 9 }, canvasOf({ lang: "zh" })))).toContain("没有 barrier");
  });

  test("never leave their canvas, wherever the cursor stands", () => {
    const sizes = fc.record({
      columns: fc.integer({ min: 30, max: 140 }),
      rows: fc.integer({ min: 12, max: 40 }),
      lang: fc.constantFrom("zh", "en"),
      signs: fc.constantFrom("unicode", "ascii"),
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: lastCursor(events).step }), (size, step) => {
        const rows = checkpointLanes(events, { step }, canvasOf(size));
        return rows.length <= size.rows && rows.every((line) => rowWidth(line) <= size.columns);
      }),
      { numRuns: 60 },
    );
  });
});
