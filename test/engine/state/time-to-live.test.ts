import { describe, expect, test } from "vitest";

import { VOID_NAMESPACE, VOID_NAMESPACE_TYPE } from "../../../src/engine/state/namespace.ts";
import {
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../../../src/engine/state/state-descriptor.ts";
import { type StateTtlConfig, stateTtlConfig } from "../../../src/engine/state/state-ttl-config.ts";
import { aBackend } from "./builders.ts";

const withoutCleanup = stateTtlConfig(10, { cleanup: "none" });

function aValueState(clock: { now: number }, config: StateTtlConfig, backend = aBackend(clock)) {
  const descriptor = new ValueStateDescriptor<string>("v");
  descriptor.enableTimeToLive(config);
  return backend.getValueState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
}

describe("a value state with a time to live", () => {
  test("gives its value one ms before it has expired, and not when it has", () => {
    const clock = { now: 0 };
    const state = aValueState(clock, withoutCleanup);
    state.update("x");
    clock.now = 9;
    expect(state.value()).toBe("x");
    clock.now = 10;
    expect(state.value()).toBeNull();
  });

  test("keeps a null that is put in as an entry of its own, as Flink does", () => {
    const backend = aBackend();
    const state = aValueState({ now: 0 }, withoutCleanup, backend);
    state.update(null);
    expect([state.value(), backend.numKeyValueStateEntries()]).toEqual([null, 1]);
  });

  test("counts its time from before a snapshot after the restore too", () => {
    const clock = { now: 0 };
    const before = aBackend(clock);
    aValueState(clock, withoutCleanup, before).update("x");
    const after = aBackend(clock, before.snapshot());
    clock.now = 10;
    expect(aValueState(clock, withoutCleanup, after).value()).toBeNull();
  });
});

describe("a list state with a time to live", () => {
  const listState = (clock: { now: number }, config: StateTtlConfig, backend = aBackend(clock)) => {
    const descriptor = new ListStateDescriptor<number>("l");
    descriptor.enableTimeToLive(config);
    return backend.getListState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
  };

  test("loses its elements one by one", () => {
    const clock = { now: 0 };
    const backend = aBackend(clock);
    const state = listState(clock, withoutCleanup, backend);
    state.add(1);
    clock.now = 6;
    state.add(2);
    clock.now = 12;
    expect(state.get()).toEqual([2]);
    clock.now = 16;
    expect([state.get(), backend.numKeyValueStateEntries()]).toEqual([[], 0]);
  });

  test("renews with a read what lives, and drops the rest, if reads renew", () => {
    const clock = { now: 0 };
    const state = listState(clock, stateTtlConfig(10, { updateType: "OnReadAndWrite", cleanup: "none" }));
    state.add(1);
    clock.now = 6;
    state.add(2);
    clock.now = 12;
    state.get();
    clock.now = 21;
    expect(state.get()).toEqual([2]);
  });

  test("shows expired elements once more if they may be seen", () => {
    const clock = { now: 0 };
    const visibility = "ReturnExpiredIfNotCleanedUp";
    const state = listState(clock, stateTtlConfig(10, { stateVisibility: visibility, cleanup: "none" }));
    state.update([1, 2]);
    clock.now = 30;
    expect([state.get(), state.get()]).toEqual([[1, 2], []]);
  });
});

describe("a map state with a time to live", () => {
  test("leaves an empty map behind when a look at all entries finds none alive", () => {
    const clock = { now: 0 };
    const backend = aBackend(clock);
    const descriptor = new MapStateDescriptor<string, number>("m");
    descriptor.enableTimeToLive(withoutCleanup);
    const state = backend.getMapState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
    state.put("k", 1);
    clock.now = 10;
    expect([state.keys(), backend.numKeyValueStateEntries()]).toEqual([[], 1]);
  });

  test("is gone when a look at its only entry finds it expired", () => {
    const clock = { now: 0 };
    const backend = aBackend(clock);
    const descriptor = new MapStateDescriptor<string, number>("m");
    descriptor.enableTimeToLive(withoutCleanup);
    const state = backend.getMapState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
    state.put("k", 1);
    clock.now = 10;
    expect([state.get("k"), state.contains("k"), backend.numKeyValueStateEntries()]).toEqual([
      null,
      false,
      0,
    ]);
  });
});

describe("a reducing state with a time to live", () => {
  test("folds an expired value in as long as it may still be seen, as Flink does", () => {
    const clock = { now: 0 };
    const descriptor = new ReducingStateDescriptor<number>("r", (left, right) => left + right);
    const visibility = "ReturnExpiredIfNotCleanedUp";
    descriptor.enableTimeToLive(stateTtlConfig(10, { stateVisibility: visibility, cleanup: "none" }));
    const state = aBackend(clock).getReducingState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
    state.add(1);
    clock.now = 50;
    state.add(2);
    expect(state.get()).toBe(3);
  });
});

describe("the background cleanup", () => {
  test("takes expired entries of other keys out within a round of the table", () => {
    const clock = { now: 0 };
    const backend = aBackend(clock);
    const state = aValueState(clock, stateTtlConfig(10), backend);
    for (let key = 0; key < 50; key++) {
      backend.setCurrentKey(`key ${key}`);
      state.update("x");
    }
    clock.now = 10;
    backend.setCurrentKey("reader");
    for (let access = 0; access < 27 * 50; access++) state.value();
    expect(backend.numKeyValueStateEntries()).toBe(0);
  });

  test("looks at no more than five positions with one access", () => {
    const clock = { now: 0 };
    const backend = aBackend(clock);
    const state = aValueState(clock, stateTtlConfig(10), backend);
    state.update("x");
    clock.now = 10;
    backend.setCurrentKey("reader");
    state.value();
    expect(backend.numKeyValueStateEntries()).toBe(1);
  });
});
