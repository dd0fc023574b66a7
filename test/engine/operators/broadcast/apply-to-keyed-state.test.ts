import { describe, expect, test } from "vitest";

import type { Key } from "../../../../src/engine/java/hash-code.ts";
import type {
  KeyedBroadcastContext,
  KeyedBroadcastProcessFunction,
} from "../../../../src/engine/operators/broadcast/broadcast-process-function.ts";
import type { Collector } from "../../../../src/engine/operators/collector.ts";
import type { RuntimeContext } from "../../../../src/engine/operators/runtime-context.ts";
import {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../../../../src/engine/state/state-descriptor.ts";
import { textsOf } from "../output-texts.ts";
import { aKeyedHarness, type Rule } from "./builders.ts";

const count = new ValueStateDescriptor<number>("count");
const list = new ListStateDescriptor<string>("list");
const map = new MapStateDescriptor<string, number>("map");
const longest = new ReducingStateDescriptor<string>("longest", (a, b) => (b.length > a.length ? b : a));
const average = new AggregatingStateDescriptor<number, readonly number[], number>("average", {
  createAccumulator: () => [],
  add: (value, values) => [...values, value],
  getResult: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  merge: (a, b) => [...a, ...b],
});

/** Fills all kinds of state with each element, and visits them with each rule. */
function aVisitor(
  visit: (context: KeyedBroadcastContext<Key>, out: Collector<string>) => void,
): Partial<KeyedBroadcastProcessFunction<Key, string, Rule, string>> {
  let runtimeContext: RuntimeContext | undefined;
  return {
    open: (context) => {
      runtimeContext = context;
    },
    processElement: (value) => {
      const sum = runtimeContext?.getState(count);
      sum?.update((sum.value() ?? 0) + 1);
      runtimeContext?.getListState(list).add(value);
      runtimeContext?.getMapState(map).put(value, 1);
      runtimeContext?.getReducingState(longest).add(value);
      runtimeContext?.getAggregatingState(average).add(value.length);
    },
    processBroadcastElement: (_rule, context, out) => visit(context, out),
  };
}

function visited(
  visit: (context: KeyedBroadcastContext<Key>, out: Collector<string>) => void,
): readonly string[] {
  const harness = aKeyedHarness(aVisitor(visit));
  for (const value of ["a", "bb", "a"]) harness.processElement(value, 1);
  harness.processBroadcastElement(["visit", 1], 9);
  return textsOf(harness.drainOutput()).toSorted();
}

describe("applyToKeyedState", () => {
  test("visits a value of every key, and gives results the timestamp of the broadcast element", () => {
    const texts = visited((context, out) =>
      context.applyToKeyedState(count, (key, state) => out.collect(`${key} ${state.value()}`)),
    );
    expect(texts).toEqual(["a 2@9", "bb 1@9"]);
  });

  test("visits lists, maps, reduced and aggregated values", () => {
    const texts = visited((context, out) => {
      context.applyToKeyedState(list, (key, state) => out.collect(`${key} ${state.get().join()}`));
      context.applyToKeyedState(map, (key, state) => out.collect(`${key} ${state.keys().join()}`));
      context.applyToKeyedState(longest, (key, state) => out.collect(`${key} ${state.get()}`));
      context.applyToKeyedState(average, (key, state) => out.collect(`${key} ${state.get()}`));
    });
    expect(texts).toEqual(["a 1@9", "a a,a@9", "a a@9", "a a@9", "bb 2@9", "bb bb@9", "bb bb@9", "bb bb@9"]);
  });

  test("visits nobody for a state that nobody has used", () => {
    expect(
      visited((context, out) =>
        context.applyToKeyedState(new ValueStateDescriptor<number>("unused"), (key) =>
          out.collect(String(key)),
        ),
      ),
    ).toEqual([]);
  });

  test("lets a visit clear the state of its key", () => {
    const texts = visited((context, out) => {
      context.applyToKeyedState(count, (_key, state) => state.clear());
      context.applyToKeyedState(count, (key) => out.collect(`${key} is left`));
    });
    expect(texts).toEqual([]);
  });
});
