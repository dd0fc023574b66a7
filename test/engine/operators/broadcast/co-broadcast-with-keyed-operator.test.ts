import { describe, expect, test } from "vitest";

import type { Key } from "../../../../src/engine/java/hash-code.ts";
import type {
  KeyedBroadcastProcessFunction,
  KeyedReadOnlyContext,
} from "../../../../src/engine/operators/broadcast/broadcast-process-function.ts";
import { OutputTag } from "../../../../src/engine/operators/output-tag.ts";
import { repartition } from "../../../../src/engine/operators/state-assignment.ts";
import { MapStateDescriptor } from "../../../../src/engine/state/state-descriptor.ts";
import { EARLIEST_TIMESTAMP, NO_TIMESTAMP } from "../../../../src/engine/time/timestamp.ts";
import { textsOf } from "../output-texts.ts";
import { aKeyedHarness, rules, type Rule } from "./builders.ts";

type Rules = Partial<KeyedBroadcastProcessFunction<Key, string, Rule, string>>;

/** Keeps the rules, and shows them with every element. */
const showRules: Rules = {
  processElement: (value, context, out) =>
    out.collect(`${value} ${JSON.stringify(context.getBroadcastState(rules).immutableEntries())}`),
  processBroadcastElement: ([name, limit], context) => context.getBroadcastState(rules).put(name, limit),
};

describe("CoBroadcastWithKeyedOperator", () => {
  test("shows the keyed side what the broadcast side has written", () => {
    const harness = aKeyedHarness(showRules);
    harness.processElement("a", 1);
    harness.processBroadcastElement(["max", 3], 2);
    harness.processElement("b", 3);
    expect(textsOf(harness.drainOutput())).toEqual(["a []@1", 'b [["max",3]]@3']);
  });

  test("lets the keyed side read only", () => {
    const harness = aKeyedHarness({
      processElement: (_value, context, out) =>
        out.collect(String("put" in context.getBroadcastState(rules))),
      processBroadcastElement: (_rule, context, out) =>
        out.collect(String("put" in context.getBroadcastState(rules))),
    });
    harness.processElement("a", 1);
    harness.processBroadcastElement(["max", 3], 2);
    expect(textsOf(harness.drainOutput())).toEqual(["false@1", "true@2"]);
  });

  test("finds single rules for the keyed side", () => {
    const harness = aKeyedHarness({
      ...showRules,
      processElement: (value, context, out) => {
        const state = context.getBroadcastState(rules);
        out.collect(`${String(state.get(value))} ${String(state.contains(value))}`);
      },
    });
    harness.processBroadcastElement(["max", 3], 1);
    harness.processElement("max", 2);
    harness.processElement("min", 2);
    expect(textsOf(harness.drainOutput())).toEqual(["3 true@2", "null false@2"]);
  });

  test("refuses a broadcast state that it was not given", () => {
    const harness = aKeyedHarness({
      processElement: (_value, context) =>
        context.getBroadcastState(new MapStateDescriptor<string, number>("other")),
    });
    expect(() => harness.processElement("a", 1)).toThrow("The requested state does not exist.");
  });

  test("fires timers when the broadcast side does not hold them back", () => {
    const harness = aKeyedHarness({
      processElement: (_value, context) => context.timerService().registerEventTimeTimer(10),
      onTimer: (time, context, out) =>
        out.collect(`${context.getCurrentKey()} ${time} ${context.timeDomain()} ${context.timestamp()}`),
    });
    harness.processElement("a", 1);
    harness.processWatermark(50);
    expect(harness.numEventTimeTimers()).toBe(1);
    harness.processBroadcastWatermarkStatus("idle");
    expect(textsOf(harness.drainOutput())).toEqual(["a 10 EVENT_TIME 10@10", "wm50"]);
  });

  test("takes both sides' watermarks and statuses", () => {
    const harness = aKeyedHarness({});
    harness.processBroadcastWatermark(8);
    harness.processWatermark(5);
    harness.processWatermarkStatus("idle");
    harness.processBroadcastWatermarkStatus("idle");
    harness.processWatermarkStatus("active");
    expect(textsOf(harness.drainOutput())).toEqual(["wm5", "wm8", "idle", "active"]);
  });

  test("gives what a processing time timer emits no timestamp, but its side output the timer's", () => {
    const harness = aKeyedHarness({
      processElement: (_value, context) => context.timerService().registerProcessingTimeTimer(5),
      onTimer: (_time, context, out) => {
        out.collect(context.timeDomain());
        context.output(new OutputTag<string>("side"), "late");
      },
    });
    harness.processElement("a", 1);
    harness.setProcessingTime(7);
    expect(textsOf(harness.drainOutput())).toEqual(["PROCESSING_TIME", "side:late@5"]);
    expect(harness.numProcessingTimeTimers()).toBe(0);
  });

  test("knows the timestamp of an element, null if there is none, and the earliest one on the broadcast side", () => {
    const harness = aKeyedHarness({
      processElement: (_value, context, out) => out.collect(String(context.timestamp())),
      processBroadcastElement: (_rule, context, out) => out.collect(String(context.timestamp())),
    });
    harness.processElement("a", 3);
    harness.processElement("a", NO_TIMESTAMP);
    harness.processBroadcastElement(["max", 1], 4);
    harness.processBroadcastElement(["max", 1], NO_TIMESTAMP);
    expect(textsOf(harness.drainOutput())).toEqual(["3@3", "null", "4@4", String(EARLIEST_TIMESTAMP)]);
  });

  test("tells both sides the watermark and the processing time", () => {
    const times = ({
      currentWatermark,
      currentProcessingTime,
    }: Pick<KeyedReadOnlyContext<Key>, "currentWatermark" | "currentProcessingTime">) =>
      `${currentWatermark()} ${currentProcessingTime()}`;
    const harness = aKeyedHarness({
      processElement: (_value, context, out) => out.collect(times(context)),
      processBroadcastElement: (_rule, context, out) => out.collect(times(context)),
    });
    harness.setProcessingTime(6);
    harness.processWatermark(4);
    harness.processBroadcastWatermark(4);
    harness.processElement("a", 5);
    harness.processBroadcastElement(["max", 1], 5);
    expect(textsOf(harness.drainOutput())).toEqual(["wm4", "4 6@5", "4 6@5"]);
  });

  test("gives every instance the rules when the parallelism grows", () => {
    const harness = aKeyedHarness(showRules, { maxParallelism: 8 });
    harness.processBroadcastElement(["max", 3], 1);
    for (const restored of repartition([harness.snapshot()], 2, 8)) {
      const instance = aKeyedHarness(showRules, { restored, maxParallelism: 8 });
      instance.processElement("a", 2);
      expect(textsOf(instance.drainOutput())).toEqual(['a [["max",3]]@2']);
    }
  });

  test("opens and closes its function", () => {
    const calls: string[] = [];
    const harness = aKeyedHarness({ open: () => calls.push("open"), close: () => calls.push("close") });
    harness.close();
    expect(calls).toEqual(["open", "close"]);
  });
});
