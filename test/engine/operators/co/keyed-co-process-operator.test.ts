import { describe, expect, test } from "vitest";

import type { Key } from "../../../../src/engine/java/hash-code.ts";
import { LONG_MIN } from "../../../../src/engine/java/long.ts";
import type { KeyedCoProcessFunction } from "../../../../src/engine/operators/co/co-process-function.ts";
import { OutputTag } from "../../../../src/engine/operators/output-tag.ts";
import type { RuntimeContext } from "../../../../src/engine/operators/runtime-context.ts";
import { ValueStateDescriptor } from "../../../../src/engine/state/state-descriptor.ts";
import type { ValueState } from "../../../../src/engine/state/state.ts";
import { NO_TIMESTAMP } from "../../../../src/engine/time/timestamp.ts";
import { textsOf } from "../output-texts.ts";
import { aKeyedHarness } from "./builders.ts";

const side = new OutputTag<string>("side");

/** Counts elements by key, ones for the first input and hundreds for the second. */
const aCounter = (): KeyedCoProcessFunction<Key, string, string, string> => {
  let count: ValueState<number> | undefined;
  const add = (amount: number) => {
    const sum = (count?.value() ?? 0) + amount;
    count?.update(sum);
    return String(sum);
  };
  return {
    open: (context: RuntimeContext) => {
      count = context.getState(new ValueStateDescriptor<number>("count"));
    },
    processElement1: (_value, _context, out) => out.collect(add(1)),
    processElement2: (_value, _context, out) => out.collect(add(100)),
  };
};

describe("KeyedCoProcessOperator", () => {
  test("lets both inputs see the same state of a key", () => {
    const harness = aKeyedHarness(aCounter());
    harness.processElement1("a1", 1);
    harness.processElement2("a2", 2);
    harness.processElement2("b1", 3);
    expect(textsOf(harness.drainOutput())).toEqual(["1@1", "101@2", "100@3"]);
    expect(harness.numKeyedStateEntries()).toBe(2);
  });

  test("gives results the timestamp of the element that caused them, or none", () => {
    const harness = aKeyedHarness({
      processElement1: (_value, context, out) => out.collect(String(context.timestamp())),
    });
    harness.processElement1("a", 7);
    harness.processElement1("a", NO_TIMESTAMP);
    expect(textsOf(harness.drainOutput())).toEqual(["7@7", "null"]);
  });

  test("fires the timers of both inputs at the smaller watermark, each with its key and time", () => {
    const harness = aKeyedHarness({
      processElement1: (_value, context) => context.timerService().registerEventTimeTimer(10),
      processElement2: (_value, context) => context.timerService().registerEventTimeTimer(20),
      onTimer: (time, context, out) =>
        out.collect(`${context.timeDomain()} ${time} ${context.getCurrentKey()} ${context.timestamp()}`),
    });
    harness.processElement1("a", 1);
    harness.processElement2("b", 1);
    harness.processWatermark1(30);
    expect(harness.numEventTimeTimers()).toBe(2);
    harness.processWatermark2(10);
    expect(textsOf(harness.drainOutput())).toEqual(["EVENT_TIME 10 a 10@10", "wm10"]);
  });

  test("gives what a processing time timer emits no timestamp, but its side output the timer's", () => {
    const harness = aKeyedHarness({
      processElement2: (_value, context) => context.timerService().registerProcessingTimeTimer(50),
      onTimer: (_time, context, out) => {
        out.collect(context.timeDomain());
        context.output(side, "late");
      },
    });
    harness.processElement2("a", 1);
    harness.setProcessingTime(60);
    expect(textsOf(harness.drainOutput())).toEqual(["PROCESSING_TIME", "side:late@50"]);
    expect(harness.numProcessingTimeTimers()).toBe(0);
  });

  test("tells functions the watermark of the slower input", () => {
    const harness = aKeyedHarness({
      processElement1: (_value, context, out) =>
        out.collect(String(context.timerService().currentWatermark())),
    });
    harness.processWatermark1(9);
    harness.processElement1("a", 1);
    harness.processWatermark2(4);
    harness.processElement1("a", 1);
    expect(textsOf(harness.drainOutput())).toEqual([`${LONG_MIN}@1`, "wm4", "4@1"]);
  });

  test("goes on after a restore with the state and the timers of a key", () => {
    const timers = {
      processElement2: (_value: string, context) => context.timerService().registerEventTimeTimer(10),
      onTimer: (time, _context, out) => out.collect(`timer ${time}`),
    } satisfies Partial<KeyedCoProcessFunction<Key, string, string, string>>;
    const harness = aKeyedHarness({ ...aCounter(), ...timers });
    harness.processElement1("a", 1);
    harness.processElement2("a", 1);
    const restored = aKeyedHarness({ ...aCounter(), ...timers }, { restored: harness.snapshot() });
    restored.processElement1("a", 2);
    restored.processWatermark1(10);
    restored.processWatermark2(10);
    expect(textsOf(restored.drainOutput())).toEqual(["2@2", "timer 10@10", "wm10"]);
  });

  test("opens and closes its function", () => {
    const calls: string[] = [];
    const harness = aKeyedHarness({ open: () => calls.push("open"), close: () => calls.push("close") });
    harness.close();
    expect(calls).toEqual(["open", "close"]);
  });
});
