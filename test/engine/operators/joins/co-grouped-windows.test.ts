import { describe, expect, test } from "vitest";

import {
  flatJoinCoGroup,
  joinCoGroup,
  type CoGroupFunction,
} from "../../../../src/engine/operators/joins/co-group-function.ts";
import { coGroupedWindows } from "../../../../src/engine/operators/joins/co-grouped-windows.ts";
import type { TaggedUnion } from "../../../../src/engine/operators/joins/tagged-union.ts";
import { TumblingEventTimeWindows } from "../../../../src/engine/operators/window/assigners/tumbling-windows.ts";
import { CountTrigger } from "../../../../src/engine/operators/window/triggers/count-trigger.ts";
import { OneInputStreamOperatorTestHarness } from "../../../../src/engine/testing/harness.ts";
import { textsOf } from "../output-texts.ts";
import type { Keyed } from "./builders.ts";

const assigner = new TumblingEventTimeWindows(10);

const left = (key: string, name: string): TaggedUnion<Keyed, Keyed> => ({
  input: "one",
  value: { key, name },
});
const right = (key: string, name: string): TaggedUnion<Keyed, Keyed> => ({
  input: "two",
  value: { key, name },
});

const namesOf = (elements: readonly Keyed[]) => elements.map(({ name }) => name).join("+");

/** Writes the names of both sides. */
const bothSides: CoGroupFunction<Keyed, Keyed, string> = {
  coGroup: (first, second, out) => out.collect(`${namesOf(first)}|${namesOf(second)}`),
};

const aHarness = (
  coGroupFunction: CoGroupFunction<Keyed, Keyed, string>,
  settings: { readonly allowedLateness?: number; readonly trigger?: CountTrigger } = {},
) =>
  new OneInputStreamOperatorTestHarness<TaggedUnion<Keyed, Keyed>>(
    coGroupedWindows(
      { where: ({ key }: Keyed) => key, equalTo: ({ key }: Keyed) => key, assigner, ...settings },
      coGroupFunction,
    ),
  );

describe("coGroupedWindows", () => {
  test("groups both streams by key and window, keys of one stream too", () => {
    const harness = aHarness(bothSides);
    harness.processElement(left("a", "L1"), 1);
    harness.processElement(right("a", "R2"), 2);
    harness.processElement(left("a", "L3"), 3);
    harness.processElement(right("b", "R4"), 4);
    harness.processElement(left("a", "L11"), 11);
    harness.processWatermark(9);
    expect(textsOf(harness.drainOutput())).toEqual(["L1+L3|R2@9", "|R4@9", "wm9"]);
    harness.processWatermark(19);
    expect(textsOf(harness.drainOutput())).toEqual(["L11|@19", "wm19"]);
    expect(harness.numKeyedStateEntries()).toBe(0);
  });

  test("fires again for an element within the lateness, and counts one after it as dropped", () => {
    const harness = aHarness(bothSides, { allowedLateness: 5 });
    harness.processElement(left("a", "L1"), 1);
    harness.processWatermark(9);
    harness.processElement(right("a", "R2"), 2);
    harness.processWatermark(14);
    harness.processElement(right("a", "R3"), 3);
    expect(textsOf(harness.drainOutput())).toEqual(["L1|@9", "wm9", "L1|R2@9", "wm14"]);
    expect(harness.environment.numLateRecordsDropped.getCount()).toBe(1);
  });

  test("fires by the trigger that it is given", () => {
    const harness = aHarness(bothSides, { trigger: new CountTrigger(2) });
    harness.processElement(left("a", "L1"), 1);
    harness.processElement(right("a", "R2"), 2);
    expect(textsOf(harness.drainOutput())).toEqual(["L1|R2@9"]);
  });

  test("opens and closes its function", () => {
    const calls: string[] = [];
    const harness = aHarness({
      open: () => calls.push("open"),
      coGroup: () => undefined,
      close: () => calls.push("close"),
    });
    harness.close();
    expect(calls).toEqual(["open", "close"]);
  });
});

describe("joinCoGroup", () => {
  test("makes one result of each pair, left by left, and none for a key of one stream", () => {
    const harness = aHarness(joinCoGroup((first, second) => `${first.name}-${second.name}`));
    for (const name of ["L1", "L2"]) harness.processElement(left("a", name), 1);
    for (const name of ["R1", "R2"]) harness.processElement(right("a", name), 1);
    harness.processElement(left("b", "alone"), 1);
    harness.processWatermark(9);
    expect(textsOf(harness.drainOutput())).toEqual(["L1-R1@9", "L1-R2@9", "L2-R1@9", "L2-R2@9", "wm9"]);
  });
});

describe("flatJoinCoGroup", () => {
  test("makes any number of results of a pair", () => {
    const harness = aHarness(
      flatJoinCoGroup((first, second, out) => {
        if (second.name === "R1") return;
        out.collect(first.name);
        out.collect(second.name);
      }),
    );
    harness.processElement(left("a", "L1"), 1);
    for (const name of ["R1", "R2"]) harness.processElement(right("a", name), 1);
    harness.processWatermark(9);
    expect(textsOf(harness.drainOutput())).toEqual(["L1@9", "R2@9", "wm9"]);
  });
});
