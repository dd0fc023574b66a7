import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { LONG_MAX } from "../../../../src/engine/java/long.ts";
import { OutputTag } from "../../../../src/engine/operators/output-tag.ts";
import { NO_TIMESTAMP } from "../../../../src/engine/time/timestamp.ts";
import { textsOf } from "../output-texts.ts";
import { aJoin, arrivals, feed, named, type Arrival, type Keyed } from "./builders.ts";

/** Every pair of a left and a right element with the same key from 2 ms before to 5 ms after. */
const pairsOf = (all: readonly Arrival[]): readonly string[] =>
  all
    .filter(({ side }) => side === "left")
    .flatMap((left) =>
      all
        .filter(({ side, element }) => side === "right" && element.key === left.element.key)
        .filter(({ timestamp }) => left.timestamp - 2 <= timestamp && timestamp <= left.timestamp + 5)
        .map((right) => {
          const later = Math.max(left.timestamp, right.timestamp);
          return `${left.element.name}-${right.element.name}@${later}`;
        }),
    );

const joined = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => !text.startsWith("wm")).toSorted();

describe("IntervalJoinOperator", () => {
  test("joins up to both bounds, with the later timestamp of the pair", () => {
    const harness = aJoin();
    harness.processElement1(named("L10"), 10);
    for (const timestamp of [7, 8, 15, 16]) harness.processElement2(named(`R${timestamp}`), timestamp);
    expect(textsOf(harness.drainOutput())).toEqual(["L10-R8@10", "L10-R15@15"]);
  });

  test("leaves exclusive bounds out", () => {
    const harness = aJoin({ lowerBoundInclusive: false, upperBoundInclusive: false });
    harness.processElement1(named("L10"), 10);
    for (const timestamp of [8, 9, 14, 15]) harness.processElement2(named(`R${timestamp}`), timestamp);
    expect(textsOf(harness.drainOutput())).toEqual(["L10-R9@10", "L10-R14@14"]);
  });

  test("joins an element at the watermark and sends one below it to the late side output", () => {
    const harness = aJoin({
      leftLateDataOutputTag: new OutputTag<Keyed>("lateLeft"),
      rightLateDataOutputTag: new OutputTag<Keyed>("lateRight"),
    });
    harness.processWatermark1(10);
    harness.processWatermark2(10);
    harness.processElement1(named("L10"), 10);
    harness.processElement2(named("R10"), 10);
    harness.processElement1(named("L9"), 9);
    harness.processElement2(named("R9"), 9);
    expect(harness.drainOutput().slice(1)).toEqual([
      { type: "record", value: "L10-R10", timestamp: 10 },
      { type: "side", tag: "lateLeft", value: named("L9"), timestamp: 9 },
      { type: "side", tag: "lateRight", value: named("R9"), timestamp: 9 },
    ]);
  });

  test("drops late elements when there is no side output for them", () => {
    const harness = aJoin();
    harness.processWatermark1(10);
    harness.processWatermark2(10);
    harness.processElement1(named("L9"), 9);
    expect([textsOf(harness.drainOutput()), harness.numKeyedStateEntries()]).toEqual([["wm10"], 0]);
  });

  test("keeps an element until its last partner may have come", () => {
    const harness = aJoin();
    harness.processElement1(named("L10"), 10);
    harness.processElement2(named("R30"), 30);
    const entriesAt = (watermark: number) => {
      harness.processWatermark1(watermark);
      harness.processWatermark2(watermark);
      return harness.numKeyedStateEntries();
    };
    expect([14, 15, 31, 32].map(entriesAt)).toEqual([2, 1, 1, 0]);
  });

  test("keeps no element beyond its own time for partners that are all earlier", () => {
    const harness = aJoin({ lowerBound: -5, upperBound: -3 });
    harness.processElement1(named("L10"), 10);
    harness.processElement2(named("R10"), 10);
    const entriesAt = (watermark: number) => {
      harness.processWatermark1(watermark);
      harness.processWatermark2(watermark);
      return harness.numKeyedStateEntries();
    };
    expect([9, 10, 14, 15].map(entriesAt)).toEqual([2, 1, 1, 0]);
  });

  test("lets an element at the watermark miss the partners whose time is up with it", () => {
    const harness = aJoin();
    harness.processElement1(named("L10"), 10);
    harness.processElement1(named("L11"), 11);
    harness.processWatermark1(15);
    harness.processWatermark2(15);
    harness.processElement2(named("R15"), 15);
    expect(textsOf(harness.drainOutput())).toEqual(["wm15", "L11-R15@15"]);
  });

  test("refuses elements without a timestamp", () => {
    const harness = aJoin();
    expect(() => harness.processElement1(named("L"), NO_TIMESTAMP)).toThrow("need to have timestamps");
    expect(() => harness.processElement2(named("R"), NO_TIMESTAMP)).toThrow("need to have timestamps");
  });

  test("refuses a lower bound above the upper one", () => {
    expect(() => aJoin({ lowerBound: 2, upperBound: 1 })).toThrow(
      "lowerBound <= upperBound must be fulfilled",
    );
  });

  test("tells its function the timestamps of the pair, whichever element came last", () => {
    const seen: (readonly number[])[] = [];
    const harness = aJoin(
      {},
      {
        processElement: (_left, _right, context, out) => {
          seen.push([context.getLeftTimestamp(), context.getRightTimestamp(), context.getTimestamp()]);
          context.output(new OutputTag<string>("side"), "pair");
          out.collect("pair");
        },
      },
    );
    harness.processElement1(named("L"), 10);
    harness.processElement2(named("R"), 8);
    harness.processElement1(named("L"), 7);
    expect(seen).toEqual([
      [10, 8, 10],
      [7, 8, 8],
    ]);
    expect(textsOf(harness.drainOutput())).toEqual(["pair@10", "pair@8", "side:pair@10", "side:pair@8"]);
  });

  test("opens and closes its function", () => {
    const calls: string[] = [];
    const harness = aJoin(
      {},
      {
        open: () => calls.push("open"),
        processElement: () => undefined,
        close: () => calls.push("close"),
      },
    );
    harness.close();
    expect(calls).toEqual(["open", "close"]);
  });

  test("finds every pair, in whatever order the elements come", () => {
    fc.assert(
      fc.property(arrivals, (all) => {
        const harness = aJoin();
        for (const arrival of all) feed(harness, arrival);
        expect(joined(textsOf(harness.drainOutput()))).toEqual(pairsOf(all).toSorted());
      }),
    );
  });

  test("loses no pair by cleaning up, and keeps nothing in the end", () => {
    fc.assert(
      fc.property(arrivals, fc.nat(4), (all, disorder) => {
        const harness = aJoin();
        const ordered = all.toSorted((a, b) => a.timestamp - b.timestamp);
        for (const arrival of ordered) {
          harness.processWatermark1(arrival.timestamp - 1 - disorder);
          harness.processWatermark2(arrival.timestamp - 1);
          feed(harness, arrival);
        }
        harness.processWatermark1(LONG_MAX);
        harness.processWatermark2(LONG_MAX);
        expect(joined(textsOf(harness.drainOutput()))).toEqual(pairsOf(all).toSorted());
        expect([harness.numKeyedStateEntries(), harness.numEventTimeTimers()]).toEqual([0, 0]);
      }),
    );
  });

  test("finds the same pairs when it fails anywhere and is restored", () => {
    fc.assert(
      fc.property(arrivals, fc.nat(20), (all, failure) => {
        const harness = aJoin();
        for (const arrival of all.slice(0, failure)) feed(harness, arrival);
        const restored = aJoin({}, undefined, { restored: harness.snapshot() });
        for (const arrival of all.slice(failure)) feed(restored, arrival);
        const texts = textsOf([...harness.drainOutput(), ...restored.drainOutput()]);
        expect(joined(texts)).toEqual(pairsOf(all).toSorted());
      }),
    );
  });
});
