import { describe, expect, test } from "vitest";

import { LONG_MIN } from "../../../../src/engine/java/long.ts";
import type { BroadcastProcessFunction } from "../../../../src/engine/operators/broadcast/broadcast-process-function.ts";
import { CoBroadcastWithNonKeyedOperator } from "../../../../src/engine/operators/broadcast/co-broadcast-with-non-keyed-operator.ts";
import { OutputTag } from "../../../../src/engine/operators/output-tag.ts";
import type { TestEnvironmentSettings } from "../../../../src/engine/testing/test-environment.ts";
import { KeyedTwoInputStreamOperatorTestHarness } from "../../../../src/engine/testing/two-input-harness.ts";
import { textsOf } from "../output-texts.ts";
import { rules, type Rule } from "./builders.ts";

const aHarness = (
  processFunction: Partial<BroadcastProcessFunction<string, Rule, string>>,
  settings: TestEnvironmentSettings = {},
) =>
  new KeyedTwoInputStreamOperatorTestHarness<string, Rule>(
    (parameters) =>
      new CoBroadcastWithNonKeyedOperator(
        parameters,
        { processElement: () => undefined, processBroadcastElement: () => undefined, ...processFunction },
        [rules],
      ),
    settings,
  );

const limits: BroadcastProcessFunction<string, Rule, string> = {
  processElement: (value, context, out) =>
    out.collect(`${value} ${String(context.getBroadcastState(rules).get(value))}`),
  processBroadcastElement: ([name, limit], context) => context.getBroadcastState(rules).put(name, limit),
};

describe("CoBroadcastWithNonKeyedOperator", () => {
  test("shows the other side what the broadcast side has written", () => {
    const harness = aHarness(limits);
    harness.processElement1("max", 1);
    harness.processElement2(["max", 3], 2);
    harness.processElement1("max", 3);
    expect(textsOf(harness.drainOutput())).toEqual(["max null@1", "max 3@3"]);
  });

  test("keeps its rules in snapshots", () => {
    const harness = aHarness(limits);
    harness.processElement2(["max", 3], 2);
    const restored = aHarness(limits, { restored: harness.snapshot() });
    restored.processElement1("max", 3);
    expect(textsOf(restored.drainOutput())).toEqual(["max 3@3"]);
  });

  test("tells both sides the watermark and the processing time, and sends the smaller watermark on", () => {
    const harness = aHarness({
      processElement: (_value, context, out) =>
        out.collect(`${context.currentWatermark()} ${context.currentProcessingTime()}`),
      processBroadcastElement: (_rule, context, out) => out.collect(String(context.currentWatermark())),
    });
    harness.setProcessingTime(6);
    harness.processElement1("a", 1);
    harness.processWatermark1(9);
    harness.processWatermark2(4);
    harness.processElement2(["max", 1], 2);
    expect(textsOf(harness.drainOutput())).toEqual([`${LONG_MIN} 6@1`, "wm4", "4@2"]);
  });

  test("has side outputs on both sides", () => {
    const side = new OutputTag<string>("side");
    const harness = aHarness({
      processElement: (value, context) => context.output(side, value),
      processBroadcastElement: ([name], context) => context.output(side, name),
    });
    harness.processElement1("a", 1);
    harness.processElement2(["max", 3], 2);
    expect(textsOf(harness.drainOutput())).toEqual(["side:a@1", "side:max@2"]);
  });

  test("turns idle when both inputs are", () => {
    const harness = aHarness({});
    harness.processWatermarkStatus1("idle");
    harness.processWatermarkStatus2("idle");
    expect(textsOf(harness.drainOutput())).toEqual(["idle"]);
  });

  test("opens and closes its function", () => {
    const calls: string[] = [];
    const harness = aHarness({ open: () => calls.push("open"), close: () => calls.push("close") });
    harness.close();
    expect(calls).toEqual(["open", "close"]);
  });
});
