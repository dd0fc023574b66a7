import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { LONG_MAX } from "../../../../src/engine/java/long.ts";
import { OutputTag } from "../../../../src/engine/operators/output-tag.ts";
import { GlobalWindows } from "../../../../src/engine/operators/window/assigners/global-windows.ts";
import { EventTimeSessionWindows } from "../../../../src/engine/operators/window/assigners/session-windows.ts";
import { SlidingEventTimeWindows } from "../../../../src/engine/operators/window/assigners/sliding-windows.ts";
import { TumblingEventTimeWindows } from "../../../../src/engine/operators/window/assigners/tumbling-windows.ts";
import { countEvictor } from "../../../../src/engine/operators/window/evictors/count-evictor.ts";
import type { TimeWindow } from "../../../../src/engine/operators/window/time-window.ts";
import type { Trigger, TriggerResult } from "../../../../src/engine/operators/window/trigger.ts";
import { CountTrigger } from "../../../../src/engine/operators/window/triggers/count-trigger.ts";
import { DeltaTrigger } from "../../../../src/engine/operators/window/triggers/delta-trigger.ts";
import { EventTimeTrigger } from "../../../../src/engine/operators/window/triggers/event-time-trigger.ts";
import { ProcessingTimeoutTrigger } from "../../../../src/engine/operators/window/triggers/processing-timeout-trigger.ts";
import { PurgingTrigger } from "../../../../src/engine/operators/window/triggers/purging-trigger.ts";
import { overSingleValue, passThrough } from "../../../../src/engine/operators/window/window-function.ts";
import { ValueStateDescriptor } from "../../../../src/engine/state/state-descriptor.ts";
import { OneInputStreamOperatorTestHarness } from "../../../../src/engine/testing/harness.ts";
import { textsOf } from "../output-texts.ts";
import { aBuilder, type Amount, aSummingHarness, sumsOf } from "./builders.ts";

const someAmounts = fc.array(
  fc.record({
    key: fc.constantFrom("a", "b", "c"),
    value: fc.integer({ min: 1, max: 9 }),
    timestamp: fc.integer({ min: 0, max: 60 }),
  }),
  { maxLength: 40 },
);

interface Timed extends Amount {
  readonly timestamp: number;
}

/** What windows of a size and a slide must sum up to: the definition, without an engine. */
function sumsByDefinition(amounts: readonly Timed[], size: number, slide: number): readonly string[] {
  const sums = new Map<string, number>();
  for (const { key, value, timestamp } of amounts) {
    for (let start = timestamp - size + 1; start <= timestamp; start++) {
      if (Math.abs(start % slide) !== 0) continue;
      const window = `${key} ${start + size - 1}`;
      sums.set(window, (sums.get(window) ?? 0) + value);
    }
  }
  return [...sums].map(([window, sum]) => window.replace(" ", `=${sum}@`)).sort();
}

describe("WindowOperator", () => {
  test("sums up what the windows' definition says, in whatever order elements come", () => {
    fc.assert(
      fc.property(
        someAmounts,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (amounts, size, slide) => {
          const harness = aSummingHarness({ assigner: new SlidingEventTimeWindows(size, slide) });
          for (const { timestamp, ...amount } of amounts) harness.processElement(amount, timestamp);
          harness.processWatermark(LONG_MAX);
          expect([...sumsOf(harness)].sort()).toEqual(sumsByDefinition(amounts, size, slide));
          expect([harness.numKeyedStateEntries(), harness.numEventTimeTimers()]).toEqual([0, 0]);
        },
      ),
    );
  });

  test("comes to the same sums with any order of elements within the bound of the watermarks", () => {
    const bound = 10;
    fc.assert(
      fc.property(someAmounts, fc.infiniteStream(fc.integer({ min: 0, max: bound })), (amounts, delays) => {
        const shuffled = amounts
          .map((amount) => ({ amount, arrival: amount.timestamp + (delays.next().value ?? 0) }))
          .sort((a, b) => a.arrival - b.arrival)
          .map(({ amount }) => amount);
        const harness = aSummingHarness({ assigner: new TumblingEventTimeWindows(7) });
        let newest = -Infinity;
        for (const { timestamp, ...amount } of shuffled) {
          harness.processElement(amount, timestamp);
          newest = Math.max(newest, timestamp);
          harness.processWatermark(newest - bound - 1);
        }
        harness.processWatermark(LONG_MAX);
        expect([...sumsOf(harness)].sort()).toEqual(sumsByDefinition(amounts, 7, 7));
        expect(harness.environment.numLateRecordsDropped.getCount()).toBe(0);
      }),
    );
  });

  test("makes one session of all elements that are no further apart than the gap", () => {
    fc.assert(
      fc.property(someAmounts, (amounts) => {
        const harness = aSummingHarness({ assigner: new EventTimeSessionWindows(5) });
        for (const { timestamp, ...amount } of amounts) harness.processElement(amount, timestamp);
        harness.processWatermark(LONG_MAX);
        const sessions = new Map<string, { sum: number; last: number }[]>();
        for (const { key, value, timestamp } of amounts.toSorted((a, b) => a.timestamp - b.timestamp)) {
          const ofKey = sessions.get(key) ?? [];
          const last = ofKey.at(-1);
          if (last !== undefined && timestamp - last.last <= 5)
            Object.assign(last, { sum: last.sum + value, last: timestamp });
          else ofKey.push({ sum: value, last: timestamp });
          sessions.set(key, ofKey);
        }
        const expected = [...sessions].flatMap(([key, list]) =>
          list.map(({ sum, last }) => `${key}=${sum}@${last + 4}`),
        );
        expect([...sumsOf(harness)].sort()).toEqual(expected.sort());
        expect([harness.numKeyedStateEntries(), harness.numEventTimeTimers()]).toEqual([0, 0]);
      }),
    );
  });

  test("asks a trigger of the user's own about every element", () => {
    const asked: number[] = [];
    const trigger = new EventTimeTrigger();
    const harness = aSummingHarness({
      assigner: new TumblingEventTimeWindows(10),
      trigger: {
        onElement: (element: Amount, timestamp, window, context): TriggerResult => {
          asked.push(element.value);
          return trigger.onElement(element, timestamp, window, context);
        },
        onEventTime: (time, window) => trigger.onEventTime(time, window),
        onProcessingTime: () => "CONTINUE",
        clear: (window, context) => trigger.clear(window, context),
      },
    });
    for (const value of [1, 2, 3]) harness.processElement({ key: "a", value }, value);
    expect(asked).toEqual([1, 2, 3]);
  });

  test("does the same whether its trigger is asked about every element or only when it matters", () => {
    const inner = new EventTimeTrigger();
    const everyTime: Trigger<Amount, TimeWindow> = {
      onElement: (element, timestamp, window, context) =>
        inner.onElement(element, timestamp, window, context),
      onEventTime: (time, window) => inner.onEventTime(time, window),
      onProcessingTime: () => "CONTINUE",
      clear: (window, context) => inner.clear(window, context),
    };
    const steps = fc.array(
      fc.oneof(
        fc.record({ key: fc.constantFrom("a", "b"), timestamp: fc.integer({ min: 0, max: 40 }) }),
        fc.record({ watermark: fc.integer({ min: 0, max: 50 }) }),
        fc.constant("restore" as const),
      ),
      { maxLength: 50 },
    );
    fc.assert(
      fc.property(steps, fc.nat(15), (script, allowedLateness) => {
        const assigner = new SlidingEventTimeWindows(10, 5);
        const seenBy = (trigger: Trigger<Amount, TimeWindow>) => {
          let harness = aSummingHarness({ assigner, allowedLateness, trigger });
          return script.map((step) => {
            if (step === "restore")
              harness = aSummingHarness(
                { assigner, allowedLateness, trigger },
                { restored: harness.snapshot() },
              );
            else if ("watermark" in step) harness.processWatermark(step.watermark);
            else harness.processElement({ key: step.key, value: 1 }, step.timestamp);
            return [
              textsOf(harness.drainOutput()),
              harness.numEventTimeTimers(),
              harness.numKeyedStateEntries(),
            ];
          });
        };
        expect(seenBy(inner)).toEqual(seenBy(everyTime));
      }),
    );
  });

  test("does not drop an element that is in no window but not late", () => {
    const harness = aSummingHarness({ assigner: new SlidingEventTimeWindows(5, 10) });
    harness.processElement({ key: "a", value: 1 }, 7);
    expect(harness.environment.numLateRecordsDropped.getCount()).toBe(0);
    harness.processWatermark(7);
    harness.processElement({ key: "a", value: 1 }, 7);
    expect(harness.environment.numLateRecordsDropped.getCount()).toBe(1);
  });

  test("sends late elements with their own timestamp to the side output", () => {
    const late = new OutputTag<Amount>("late");
    const harness = aSummingHarness({ assigner: new TumblingEventTimeWindows(10), lateDataOutputTag: late });
    harness.processWatermark(9);
    harness.processElement({ key: "a", value: 1 }, 3);
    expect(harness.drainOutput().at(-1)).toEqual({
      type: "side",
      tag: "late",
      value: { key: "a", value: 1 },
      timestamp: 3,
    });
  });

  test("lets any timer of the window end a timeout, that of the cleanup too, as Flink does", () => {
    const trigger = new ProcessingTimeoutTrigger<Amount, TimeWindow>(new CountTrigger(5), 100);
    const harness = aSummingHarness({ assigner: new TumblingEventTimeWindows(10), trigger });
    harness.processElement({ key: "a", value: 1 }, 3);
    harness.processWatermark(9);
    expect(sumsOf(harness)).toEqual(["a=1@9"]);
    expect([harness.numKeyedStateEntries(), harness.numProcessingTimeTimers()]).toEqual([0, 0]);
  });

  test("counts a timeout from the newest element if it is told to", () => {
    const trigger = new ProcessingTimeoutTrigger<Amount, TimeWindow>(new CountTrigger(5), 100, {
      countsFrom: "newest-element",
    });
    const harness = aSummingHarness({ assigner: new TumblingEventTimeWindows(1000), trigger });
    harness.processElement({ key: "a", value: 1 }, 3);
    harness.setProcessingTime(50);
    harness.processElement({ key: "a", value: 2 }, 4);
    harness.setProcessingTime(149);
    expect(sumsOf(harness)).toEqual([]);
    harness.setProcessingTime(150);
    expect(sumsOf(harness)).toEqual(["a=3@999"]);
  });

  test("keeps the count inside a timeout if it is told to", () => {
    const trigger = new ProcessingTimeoutTrigger<Amount, TimeWindow>(new CountTrigger(2), 100, {
      onTimeout: "keep",
    });
    const harness = aSummingHarness({ assigner: new TumblingEventTimeWindows(1000), trigger });
    harness.processElement({ key: "a", value: 1 }, 3);
    harness.setProcessingTime(100);
    harness.processElement({ key: "a", value: 2 }, 4);
    expect(sumsOf(harness)).toEqual(["a=1@999", "a=3@999"]);
  });

  test("gives its function the state of the window and of the key, and a side output", () => {
    const side = new OutputTag<number>("side");
    const seen = new ValueStateDescriptor<number>("seen");
    const total = new ValueStateDescriptor<number>("total");
    const makeOperator = aBuilder({ assigner: new TumblingEventTimeWindows(10), allowedLateness: 10 }).reduce(
      (left, right) => ({ key: left.key, value: left.value + right.value }),
      overSingleValue<Amount, string, string | number | boolean, TimeWindow>({
        process: (key, context, [sum], out) => {
          const ofWindow = context.windowState().getState(seen);
          const ofKey = context.globalState().getState(total);
          ofWindow.update((ofWindow.value() ?? 0) + 1);
          ofKey.update((ofKey.value() ?? 0) + 1);
          out.collect(
            `${key} ${sum?.value} ${ofWindow.value()} ${ofKey.value()} ${context.currentWatermark()}`,
          );
          context.output(side, context.window().start);
        },
        clear: (context) => context.windowState().getState(seen).clear(),
      }),
    );
    const harness = new OneInputStreamOperatorTestHarness<Amount>(makeOperator);
    harness.processElement({ key: "a", value: 1 }, 3);
    harness.processWatermark(9);
    harness.processElement({ key: "a", value: 2 }, 4);
    harness.processElement({ key: "a", value: 4 }, 14);
    harness.processWatermark(19);
    expect(textsOf(harness.drainOutput())).toEqual([
      "a 1 1 1 9@9",
      "wm9",
      "a 3 2 2 9@9",
      "a 4 1 3 19@19",
      "wm19",
      "side:0@9",
      "side:0@9",
      "side:10@19",
    ]);
    expect(harness.numKeyedStateEntries()).toBe(3);
  });

  test("has no state of a window for functions over windows that merge", () => {
    const makeOperator = aBuilder({ assigner: new EventTimeSessionWindows(5) }).process({
      process: (_key, context) => context.windowState().getState(new ValueStateDescriptor("seen")),
    });
    const harness = new OneInputStreamOperatorTestHarness<Amount>(makeOperator);
    harness.processElement({ key: "a", value: 1 }, 3);
    expect(() => harness.processWatermark(20)).toThrow(
      "Per-window state is not allowed when using merging windows.",
    );
  });

  test("lets an evictor choose what an aggregate is made of", () => {
    const makeOperator = aBuilder({
      assigner: new GlobalWindows(),
      trigger: new PurgingTrigger(new CountTrigger(3)),
      evictor: countEvictor(2),
    }).aggregate(
      {
        createAccumulator: () => 0,
        add: ({ value }, sum) => sum + value,
        getResult: (sum) => -sum,
        merge: (left, right) => left + right,
      },
      passThrough(),
    );
    const harness = new OneInputStreamOperatorTestHarness<Amount>(makeOperator);
    for (const value of [1, 2, 4]) harness.processElement({ key: "a", value }, value);
    expect(textsOf(harness.drainOutput())).toEqual(["-6@Infinity"]);
  });

  test("gives a null where an evictor leaves nothing to reduce, as Flink does", () => {
    const makeOperator = aBuilder({
      assigner: new TumblingEventTimeWindows(10),
      evictor: countEvictor(0),
    }).reduce((left) => left, passThrough());
    const harness = new OneInputStreamOperatorTestHarness<Amount>(makeOperator);
    harness.processElement({ key: "a", value: 1 }, 1);
    harness.processWatermark(9);
    expect(harness.drainOutput()[0]).toEqual({ type: "record", value: null, timestamp: 9 });
  });
});

describe("WindowOperatorBuilder", () => {
  test("refuses windows that merge with a trigger that cannot, also inside another trigger", () => {
    const delta = new DeltaTrigger<Amount>(1, (older, newer) => newer.value - older.value);
    const assigner = new EventTimeSessionWindows(5);
    const message = "A merging window assigner cannot be used with a trigger that does not support merging.";
    expect(() => aBuilder({ assigner, trigger: delta })).toThrow(message);
    expect(() => aBuilder({ assigner, trigger: new PurgingTrigger(delta) })).toThrow(message);
    expect(() => aBuilder({ assigner, trigger: new PurgingTrigger(new CountTrigger(1)) })).not.toThrow();
  });

  test("refuses a negative lateness", () => {
    const assigner = new TumblingEventTimeWindows(5);
    expect(() => aBuilder({ assigner, allowedLateness: -1 })).toThrow(
      "The allowed lateness cannot be negative.",
    );
  });
});
