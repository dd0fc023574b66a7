import { describe, expect, test } from "vitest";

import { OperatorStateBackend } from "../../../src/engine/state/operator-state-backend.ts";
import { ListStateDescriptor, MapStateDescriptor } from "../../../src/engine/state/state-descriptor.ts";

describe("OperatorStateBackend", () => {
  test("restores lists and broadcast state as they were at the snapshot", () => {
    const list = new ListStateDescriptor<number[]>("list");
    const rules = new MapStateDescriptor<string, number[]>("rules");
    const backend = new OperatorStateBackend();
    backend.getListState(list).addAll([[1], [2]]);
    backend.getBroadcastState(rules).put("r", [1]);
    const snapshot = backend.snapshot();
    backend.getListState(list).update([[9]]);
    backend.getBroadcastState(rules).get("r")?.push(9);
    const restored = new OperatorStateBackend(snapshot);
    expect(restored.getListState(list).get()).toEqual([[1], [2]]);
    expect(restored.getBroadcastState(rules).immutableEntries()).toEqual([["r", [1]]]);
  });

  test("remembers of a list how it is dealt out", () => {
    const backend = new OperatorStateBackend();
    backend.getUnionListState(new ListStateDescriptor<number>("u")).add(1);
    backend.getListState(new ListStateDescriptor<number>("s")).add(2);
    expect(backend.snapshot().lists.map(({ name, mode }) => [name, mode])).toEqual([
      ["u", "union"],
      ["s", "split"],
    ]);
  });

  test("lets a broadcast state lose its rules", () => {
    const rules = new OperatorStateBackend().getBroadcastState(
      new MapStateDescriptor<string, number>("rules"),
    );
    rules.putAll([
      ["a", 1],
      ["b", 2],
    ]);
    rules.remove("a");
    expect([rules.contains("a"), rules.get("b")]).toEqual([false, 2]);
    rules.clear();
    expect(rules.immutableEntries()).toEqual([]);
  });
});
