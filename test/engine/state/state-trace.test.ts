import { describe, expect, test } from "vitest";

import { KeyHashing } from "../../../src/engine/state/key-hashing.ts";
import { KeyedStateBackend } from "../../../src/engine/state/keyed-state-backend.ts";
import { VOID_NAMESPACE, VOID_NAMESPACE_TYPE } from "../../../src/engine/state/namespace.ts";
import {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../../../src/engine/state/state-descriptor.ts";
import { type StateTtlConfig, stateTtlConfig } from "../../../src/engine/state/state-ttl-config.ts";
import type { TraceEvent } from "../../../src/engine/trace/trace-event.ts";

const sum = (left: number, right: number): number => left + right;
const SUM = { createAccumulator: () => 0, add: sum, getResult: (all: number) => all, merge: sum };

interface TimedDescriptor {
  enableTimeToLive(ttl: StateTtlConfig): void;
}

/** States of every kind that work for the key "a", the clock that they live by, and what is heard of them. */
function scene(ttl?: StateTtlConfig) {
  const clock = { now: 0 };
  const told: TraceEvent[] = [];
  const backend = new KeyedStateBackend<string>(new KeyHashing(128), () => clock.now, undefined, {
    record: (event) => void told.push(event),
  });
  backend.setCurrentKey("a");
  const lives = <D extends TimedDescriptor>(descriptor: D): D => {
    if (ttl !== undefined) descriptor.enableTimeToLive(ttl);
    return descriptor;
  };
  const place = [VOID_NAMESPACE_TYPE, VOID_NAMESPACE] as const;
  return {
    clock,
    backend,
    value: backend.getValueState(lives(new ValueStateDescriptor<number>("value")), ...place),
    list: backend.getListState(lives(new ListStateDescriptor<number>("list")), ...place),
    map: backend.getMapState(lives(new MapStateDescriptor<string, number>("map")), ...place),
    reduced: backend.getReducingState(lives(new ReducingStateDescriptor("reduced", sum)), ...place),
    aggregated: backend.getAggregatingState(
      lives(new AggregatingStateDescriptor("aggregated", SUM)),
      ...place,
    ),
    /** Gives what was heard since the last time, a word for what happened to which state. */
    heard: () =>
      told.splice(0).map((event) => ("state" in event ? `${event.type} ${event.state}` : event.type)),
    told,
  };
}

function fill({ value, list, map, reduced, aggregated }: ReturnType<typeof scene>): void {
  value.update(1);
  list.add(1);
  map.put("k", 1);
  reduced.add(1);
  aggregated.add(1);
}

const NAMES = ["value", "list", "map", "reduced", "aggregated"];
const WITHOUT_CLEANUP = stateTtlConfig(10, { cleanup: "none" });

describe("what a trace tells of keyed state", () => {
  test("is what is read, be it nothing, and not what a write looks at", () => {
    const states = scene();
    const { value, list, map, reduced, aggregated, told } = states;
    value.value();
    expect(told).toEqual([
      { type: "state-get", state: "value", key: "a", namespace: VOID_NAMESPACE, value: undefined },
    ]);
    states.heard();
    fill(states);
    fill(states);
    expect(states.heard()).toEqual([...NAMES, ...NAMES].map((name) => `state-put ${name}`));
    value.value();
    list.get();
    map.get("k");
    reduced.get();
    aggregated.get();
    expect(told.map((event) => ("value" in event ? event.value : null))).toEqual([
      1,
      [1, 1],
      [["k", 1]],
      2,
      2,
    ]);
    expect(states.heard()).toEqual(NAMES.map((name) => `state-get ${name}`));
    map.contains("k");
    map.entries();
    map.keys();
    map.values();
    map.isEmpty();
    expect(states.heard()).toEqual(Array.from({ length: 5 }, () => "state-get map"));
  });

  test("is that a time to live is over, once somebody looks", () => {
    const states = scene(WITHOUT_CLEANUP);
    fill(states);
    states.heard();
    states.clock.now = 10;
    expect(states.heard()).toEqual([]);
    states.value.value();
    states.list.get();
    states.map.get("k");
    states.reduced.get();
    states.aggregated.get();
    expect(states.heard().filter((event) => !event.startsWith("state-get"))).toEqual([
      "state-expired value",
      "state-expired list",
      "state-put map",
      "state-expired map",
      "state-expired reduced",
      "state-expired aggregated",
    ]);
  });

  test("is that its user clears it, whether it would have lived on or not", () => {
    const states = scene(WITHOUT_CLEANUP);
    fill(states);
    states.heard();
    for (const name of ["value", "list", "map", "reduced", "aggregated"] as const) states[name].clear();
    expect(states.heard()).toEqual(NAMES.map((name) => `state-clear ${name}`));
  });

  test("is what the background cleanup takes away while another key is at work", () => {
    const { value, clock, backend, heard } = scene(stateTtlConfig(10));
    value.update(1);
    clock.now = 10;
    backend.setCurrentKey("reader");
    for (let access = 0; access < 50; access++) value.value();
    expect(heard().filter((event) => event !== "state-get value")).toEqual([
      "state-put value",
      "state-expired value",
    ]);
  });
});
