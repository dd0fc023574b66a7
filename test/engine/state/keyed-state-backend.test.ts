import { describe, expect, test } from "vitest";

import { hashString } from "../../../src/engine/java/hash-code.ts";
import { KeyHashing } from "../../../src/engine/state/key-hashing.ts";
import { KeyedStateBackend } from "../../../src/engine/state/keyed-state-backend.ts";
import {
  type NamespaceType,
  VOID_NAMESPACE,
  VOID_NAMESPACE_TYPE,
} from "../../../src/engine/state/namespace.ts";
import {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../../../src/engine/state/state-descriptor.ts";
import { aBackend } from "./builders.ts";

const rooms: NamespaceType<string> = { id: (room) => room, hash: hashString };
const sum = (left: number, right: number) => left + right;
const mean = {
  createAccumulator: () => ({ sum: 0, count: 0 }),
  add: (value: number, acc: { sum: number; count: number }) => ({
    sum: acc.sum + value,
    count: acc.count + 1,
  }),
  getResult: (acc: { sum: number; count: number }) => acc.sum / acc.count,
  merge: (a: { sum: number; count: number }, b: { sum: number; count: number }) => ({
    sum: a.sum + b.sum,
    count: a.count + b.count,
  }),
};

describe("KeyedStateBackend", () => {
  test("refuses to touch state before a key is set", () => {
    const backend = new KeyedStateBackend<string>(new KeyHashing(128), () => 0);
    const state = backend.getValueState(new ValueStateDescriptor("v"), VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
    expect(() => state.value()).toThrow("No key set.");
  });

  test("refuses to write state before a namespace is set", () => {
    const state = aBackend().getValueState(new ValueStateDescriptor<number>("v"), rooms);
    expect(() => state.update(1)).toThrow("No namespace set.");
  });

  test("keeps the values of keys and namespaces apart", () => {
    const backend = aBackend();
    const state = backend.getValueState(new ValueStateDescriptor<number>("v"), rooms, "hall");
    state.update(1);
    state.setCurrentNamespace("attic");
    state.update(2);
    backend.setCurrentKey("b");
    expect(state.value()).toBeNull();
    backend.setCurrentKey("a");
    state.setCurrentNamespace("hall");
    expect(state.value()).toBe(1);
    expect(backend.numKeyValueStateEntries()).toBe(2);
  });

  test("hands out a value itself, not a copy of it", () => {
    const state = aBackend().getValueState(new ValueStateDescriptor<number[]>("v"), rooms, "hall");
    state.update([1]);
    state.value()?.push(2);
    expect(state.value()).toEqual([1, 2]);
  });

  test("tells the keys of a state in a namespace", () => {
    const backend = aBackend();
    const state = backend.getValueState(new ValueStateDescriptor<number>("v"), rooms, "hall");
    for (const key of ["a", "b", "c"]) {
      backend.setCurrentKey(key);
      state.update(1);
    }
    state.setCurrentNamespace("attic");
    state.update(1);
    expect([...backend.getKeys("v", rooms, "hall")].sort()).toEqual(["a", "b", "c"]);
    expect(backend.getKeys("v", rooms, "attic")).toEqual(["c"]);
    expect(backend.getKeys("unknown", rooms, "hall")).toEqual([]);
  });

  test("counts entries that it has restored before anybody asks for their state", () => {
    const backend = aBackend();
    backend.getListState(new ListStateDescriptor<number>("l"), rooms, "hall").add(1);
    expect(aBackend(undefined, backend.snapshot()).numKeyValueStateEntries()).toBe(1);
  });

  test("gives the same state for the same name", () => {
    const backend = aBackend();
    backend.getListState(new ListStateDescriptor<number>("l"), rooms, "hall").add(1);
    expect(backend.getListState(new ListStateDescriptor<number>("l"), rooms, "hall").get()).toEqual([1]);
  });

  test("keeps a snapshot apart from what happens after it, and from what is restored of it", () => {
    const backend = aBackend();
    const list = new ListStateDescriptor<number[]>("l");
    const map = new MapStateDescriptor<string, number[]>("m");
    backend.getListState(list, rooms, "hall").add([1]);
    backend.getMapState(map, rooms, "hall").put("k", [1]);
    const snapshot = backend.snapshot();
    backend.getListState(list, rooms, "hall").get()[0]?.push(2);
    backend.getMapState(map, rooms, "hall").get("k")?.push(2);
    const restored = aBackend(undefined, snapshot);
    restored.getListState(list, rooms, "hall").get()[0]?.push(3);
    const again = aBackend(undefined, snapshot);
    expect(again.getListState(list, rooms, "hall").get()).toEqual([[1]]);
    expect(again.getMapState(map, rooms, "hall").get("k")).toEqual([1]);
  });

  test("restores a map in a table as large as its entries need, as Flink does", () => {
    const map = new MapStateDescriptor<number, boolean>("m", "int");
    const backend = aBackend();
    for (const key of [1, 17, 5, 3, 9]) backend.getMapState(map, rooms, "hall").put(key, true);
    const restored = aBackend(undefined, backend.snapshot());
    expect(backend.getMapState(map, rooms, "hall").keys()).toEqual([1, 17, 3, 5, 9]);
    expect(restored.getMapState(map, rooms, "hall").keys()).toEqual([1, 17, 9, 3, 5]);
  });
});

describe("a list state", () => {
  test("refuses null, one by one and in an update", () => {
    const state = aBackend().getListState(new ListStateDescriptor<number | null>("l"), rooms, "hall");
    expect(() => state.add(null)).toThrow("You cannot add null to a ListState.");
    expect(() => state.update([1, null])).toThrow("You cannot add null to a ListState.");
  });

  test("takes over lists of other namespaces behind its own", () => {
    const state = aBackend().getListState(new ListStateDescriptor<number>("l"), rooms, "hall");
    for (const [room, value] of [
      ["hall", 1],
      ["attic", 2],
      ["cellar", 3],
    ] as const) {
      state.setCurrentNamespace(room);
      state.add(value);
    }
    state.mergeNamespaces("hall", ["cellar", "attic", "garden"]);
    expect(state.get()).toEqual([1, 3, 2]);
  });
});

describe("a map state", () => {
  test("is gone with its last entry", () => {
    const backend = aBackend();
    const state = backend.getMapState(new MapStateDescriptor<string, number>("m"), rooms, "hall");
    state.put("k", 1);
    state.remove("k");
    expect([state.isEmpty(), backend.numKeyValueStateEntries()]).toEqual([true, 0]);
  });

  test("is there after putting no entries at all", () => {
    const backend = aBackend();
    const state = backend.getMapState(new MapStateDescriptor<string, number>("m"), rooms, "hall");
    state.putAll([]);
    expect([state.isEmpty(), backend.numKeyValueStateEntries()]).toEqual([true, 1]);
  });

  test("tells a null that was put from nothing", () => {
    const state = aBackend().getMapState(new MapStateDescriptor<string, number | null>("m"), rooms, "hall");
    state.put("k", null);
    expect([state.get("k"), state.contains("k"), state.contains("other")]).toEqual([null, true, false]);
  });
});

describe("a reducing state", () => {
  test("says with each value whether there was nothing before", () => {
    const state = aBackend().getReducingState(new ReducingStateDescriptor("r", sum), rooms, "hall");
    expect([state.add(1), state.add(2), state.get()]).toEqual([true, false, 3]);
  });

  test("folds the values of other namespaces together, and then into its own", () => {
    const join = new ReducingStateDescriptor<string>("r", (left, right) => `(${left}${right})`);
    const state = aBackend().getReducingState(join, rooms, "hall");
    for (const room of ["hall", "attic", "cellar"]) {
      state.setCurrentNamespace(room);
      state.add(room.charAt(0));
    }
    state.mergeNamespaces("hall", ["attic", "cellar"]);
    expect(state.get()).toBe("(h(ac))");
  });
});

describe("an aggregating state", () => {
  test("has no result before the first value, and merges accumulators", () => {
    const state = aBackend().getAggregatingState(new AggregatingStateDescriptor("g", mean), rooms, "hall");
    expect(state.get()).toBeNull();
    state.add(1);
    state.setCurrentNamespace("attic");
    state.add(3);
    state.add(5);
    state.mergeNamespaces("hall", ["attic"]);
    expect(state.get()).toBe(3);
  });
});
