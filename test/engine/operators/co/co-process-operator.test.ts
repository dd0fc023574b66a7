import { describe, expect, test } from "vitest";

import { LONG_MIN } from "../../../../src/engine/java/long.ts";
import type { CoProcessFunction } from "../../../../src/engine/operators/co/co-process-function.ts";
import { CoProcessOperator } from "../../../../src/engine/operators/co/co-process-operator.ts";
import { OutputTag } from "../../../../src/engine/operators/output-tag.ts";
import { KeyedTwoInputStreamOperatorTestHarness } from "../../../../src/engine/testing/two-input-harness.ts";
import { EARLIEST_TIMESTAMP, NO_TIMESTAMP } from "../../../../src/engine/time/timestamp.ts";
import { textsOf } from "../output-texts.ts";

const aHarness = (processFunction: Partial<CoProcessFunction<string, number, string>>) =>
  new KeyedTwoInputStreamOperatorTestHarness<string, number>(
    (parameters) =>
      new CoProcessOperator(parameters, {
        processElement1: () => undefined,
        processElement2: () => undefined,
        ...processFunction,
      }),
  );

describe("CoProcessOperator", () => {
  test("gives each input to its own method", () => {
    const harness = aHarness({
      processElement1: (value, _context, out) => out.collect(`text ${value}`),
      processElement2: (value, _context, out) => out.collect(`number ${value}`),
    });
    harness.processElement1("a", 1);
    harness.processElement2(5, 2);
    expect(textsOf(harness.drainOutput())).toEqual(["text a@1", "number 5@2"]);
  });

  test("has the clocks but no timers", () => {
    const harness = aHarness({
      processElement1: (_value, context, out) => {
        const timers = context.timerService();
        out.collect(`${timers.currentWatermark()} ${timers.currentProcessingTime()}`);
      },
      processElement2: (_value, context) => context.timerService().registerEventTimeTimer(1),
    });
    harness.setProcessingTime(8);
    harness.processElement1("a", 1);
    harness.processWatermark1(3);
    harness.processWatermark2(4);
    harness.processElement1("a", 1);
    expect(textsOf(harness.drainOutput())).toEqual([`${LONG_MIN} 8@1`, "wm3", "3 8@1"]);
    expect(() => harness.processElement2(1, 1)).toThrow(
      "Setting timers is only supported on a keyed streams.",
    );
  });

  test("gives the side output of an element without a timestamp the earliest one", () => {
    const harness = aHarness({
      processElement1: (value, context) => context.output(new OutputTag<string>("side"), value),
    });
    harness.processElement1("a", NO_TIMESTAMP);
    expect(textsOf(harness.drainOutput())).toEqual([`side:a@${EARLIEST_TIMESTAMP}`]);
  });

  test("opens and closes its function", () => {
    const calls: string[] = [];
    const harness = aHarness({ open: () => calls.push("open"), close: () => calls.push("close") });
    harness.close();
    expect(calls).toEqual(["open", "close"]);
  });
});
