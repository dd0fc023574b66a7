import { describe, expect, test } from "vitest";

import type { Key } from "../../../src/engine/java/hash-code.ts";
import type { KeyedProcessFunction } from "../../../src/engine/operators/functions.ts";
import { KeyedProcessOperator } from "../../../src/engine/operators/keyed-process-operator.ts";
import { OutputTag } from "../../../src/engine/operators/output-tag.ts";
import { OneInputStreamOperatorTestHarness } from "../../../src/engine/testing/harness.ts";
import { EARLIEST_TIMESTAMP, NO_TIMESTAMP } from "../../../src/engine/time/timestamp.ts";
import { textsOf } from "./output-texts.ts";

const side = new OutputTag<string>("side");

function aHarness(processFunction: KeyedProcessFunction<Key, string, string>) {
  return new OneInputStreamOperatorTestHarness<string>(
    (parameters) => new KeyedProcessOperator(parameters, (text: string) => text.charAt(0), processFunction),
  );
}

describe("KeyedProcessOperator", () => {
  test("gives results the timestamp of their element, or none", () => {
    const harness = aHarness({
      processElement: (value, context, out) =>
        out.collect(`${value} ${context.getCurrentKey()} ${context.timestamp()}`),
    });
    harness.processElement("a1", 5);
    harness.processElement("b1", NO_TIMESTAMP);
    expect(textsOf(harness.drainOutput())).toEqual(["a1 a 5@5", "b1 b null"]);
  });

  test("gives what goes to a side output the earliest timestamp of all if its element has none, as Flink does", () => {
    const harness = aHarness({ processElement: (value, context) => context.output(side, value) });
    harness.processElement("a1", 5);
    harness.processElement("a2", NO_TIMESTAMP);
    expect(textsOf(harness.drainOutput())).toEqual(["side:a1@5", `side:a2@${EARLIEST_TIMESTAMP}`]);
  });

  test("gives results of a timer of the clock no timestamp, but what goes to a side output that of the timer", () => {
    const harness = aHarness({
      processElement: (_value, context) => {
        context.timerService().registerProcessingTimeTimer(10);
        context.timerService().registerEventTimeTimer(20);
      },
      onTimer: (timestamp, context, out) => {
        out.collect(`${context.timeDomain()} ${timestamp}`);
        context.output(side, `${context.getCurrentKey()} ${context.timestamp()}`);
      },
    });
    harness.processElement("a1", 5);
    harness.setProcessingTime(10);
    harness.processWatermark(20);
    expect(textsOf(harness.drainOutput())).toEqual([
      "PROCESSING_TIME 10",
      "EVENT_TIME 20@20",
      "wm20",
      "side:a 10@10",
      "side:a 20@20",
    ]);
  });

  test("opens and closes its function, and passes a status on", () => {
    const calls: string[] = [];
    const harness = aHarness({
      open: (context) => calls.push(`open ${context.getTaskInfo().maxNumberOfParallelSubtasks}`),
      processElement: () => undefined,
      close: () => calls.push("close"),
    });
    harness.processWatermarkStatus("idle");
    harness.close();
    expect([calls, textsOf(harness.drainOutput())]).toEqual([["open 128", "close"], ["idle"]]);
  });
});
