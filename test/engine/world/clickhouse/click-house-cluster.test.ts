import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  ClickHouseCluster,
  type ClickHouseClusterConfiguration,
} from "../../../../src/engine/world/clickhouse/click-house-cluster.ts";
import { partName } from "../../../../src/engine/world/clickhouse/part.ts";
import type { ClickHouseTableDefinition } from "../../../../src/engine/world/clickhouse/table-definition.ts";
import { ConnectionException } from "../../../../src/engine/world/connection-exception.ts";
import { World } from "../../../../src/engine/world/world.ts";
import { TestClock } from "../test-clock.ts";

function aCluster(
  table: Partial<ClickHouseTableDefinition> = {},
  configuration: Partial<ClickHouseClusterConfiguration> = {},
) {
  const clock = new TestClock();
  const world = new World(clock, 7);
  const cluster = new ClickHouseCluster(world, { shards: [["ch-1"], ["ch-2"]], ...configuration });
  cluster.createTable({ name: "events", ...table });
  const insert = (node: string, ...ids: readonly number[]) =>
    cluster.insert(node, { table: "events", rows: ids.map((id) => ({ id })) });
  const parts = () => cluster.shards[0]?.table("events").parts.map(partName) ?? [];
  return { cluster, clock, world, insert, parts };
}

describe("an insert", () => {
  test("makes a part in each partition that it touches, on its node only", () => {
    const { cluster, insert, parts } = aCluster({
      partitionBy: ({ id }) => (Number(id) < 10 ? "low" : "high"),
    });
    insert("ch-1", 1, 11, 2);
    insert("ch-1", 3);
    expect(parts()).toEqual(["low_1_1_0", "high_2_2_0", "low_3_3_0"]);
    expect(cluster.shards[1]?.table("events").parts).toEqual([]);
    expect(cluster.select("events").map(({ id }) => id)).toEqual([1, 2, 11, 3]);
  });

  test("is slowed down when there are many parts, more and more", () => {
    const settings = { partsToDelayInsert: 150, partsToThrowInsert: 300, partsPerMerge: 1000 };
    const { clock, insert } = aCluster({ settings });
    for (let id = 0; id < 150; id += 1) insert("ch-1", id);
    expect(clock.spent).toBe(0);
    insert("ch-1", 150);
    expect(clock.spent).toBe(10);
    for (let id = 151; id < 224; id += 1) insert("ch-1", id);
    const before = clock.spent;
    insert("ch-1", 224);
    expect(clock.spent - before).toBe(500);
  });

  test("is refused when there are too many parts", () => {
    const { cluster, insert } = aCluster({ settings: { partsToThrowInsert: 3 } });
    for (const id of [1, 2, 3]) insert("ch-1", id);
    expect(() => insert("ch-1", 4)).toThrow(/Code: 252\. Too many parts \(3\)/);
    insert("ch-2", 4);
    expect(cluster.rowsSentTo("ch-1")).toBe(4);
    expect(cluster.endpoint("ch-1").count("INSERT")).toBe(4);
  });

  test("that is repeated is written twice on a node of its own, and once where replicas watch", () => {
    const alone = aCluster();
    const replicated = aCluster({}, { shards: [["ch-1", "ch-2"]] });
    for (const { insert } of [alone, replicated]) {
      insert("ch-1", 1, 2);
      insert("ch-2", 1, 2);
      insert("ch-1", 1, 2);
    }
    expect(alone.cluster.select("events")).toHaveLength(6);
    expect(replicated.cluster.select("events")).toHaveLength(2);
  });

  test("is known by its token if it has one, and for as long as the window is", () => {
    const settings = { nonReplicatedDeduplicationWindow: 2 };
    const { cluster } = aCluster({ settings });
    for (const deduplicationToken of ["a", "a", "b", "c", "b", "a"]) {
      cluster.insert("ch-1", { table: "events", rows: [{ id: 1 }], deduplicationToken });
    }
    expect(cluster.select("events")).toHaveLength(4);
  });

  test("fails while its node is down, whatever the others do", () => {
    const { cluster, insert } = aCluster();
    cluster.endpoint("ch-1").stop();
    expect(() => insert("ch-1", 1)).toThrow(ConnectionException);
    insert("ch-2", 1);
    expect(() => cluster.insert("ch-2", { table: "orders", rows: [] })).toThrow(
      /Table orders does not exist/,
    );
    expect(() => insert("ch-9", 1)).toThrow(/No such node/);
  });
});

describe("merges", () => {
  test("make one part of neighbours of one level, again and again", () => {
    const { clock, insert, parts } = aCluster({
      settings: { partsPerMerge: 2, mergeTime: 10, mergeTimePerRow: 0 },
    });
    for (const id of [1, 2, 3, 4]) insert("ch-1", id);
    expect(parts()).toEqual(["all_1_1_0", "all_2_2_0", "all_3_3_0", "all_4_4_0"]);
    clock.advanceTo(10);
    expect(parts()).toEqual(["all_3_3_0", "all_4_4_0", "all_1_2_1"]);
    clock.advanceTo(30);
    expect(parts()).toEqual(["all_1_4_2"]);
  });

  test("keep the number of parts small only if inserts leave them time", () => {
    const peak = [1, 100].map((pause) => {
      const { cluster, clock, insert } = aCluster();
      for (let id = 0; id < 200; id += 1) {
        insert("ch-1", id);
        clock.advanceBy(pause);
      }
      return cluster.shards[0]?.table("events").peakParts ?? 0;
    });
    expect(peak[0]).toBeGreaterThan(100);
    expect(peak[1]).toBeLessThan(25);
  });

  test("lose no row and repeat none, and drop what a ReplacingMergeTree replaces only in the end", () => {
    const insert = fc.record({
      ids: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 4 }),
      pause: fc.nat(100),
    });
    fc.assert(
      fc.property(fc.array(insert, { maxLength: 30 }), (inserts) => {
        const clock = new TestClock();
        const cluster = new ClickHouseCluster(new World(clock), { shards: [["ch-1"]] });
        const settings = { partsPerMerge: 3 };
        cluster.createTable({ name: "all", settings });
        cluster.createTable({
          name: "last",
          settings,
          engine: { type: "ReplacingMergeTree", orderBy: ["id"] },
        });
        const written: { readonly id: number; readonly version: number }[] = [];
        for (const { ids, pause } of inserts) {
          const rows = ids.map((id, index) => ({ id, version: written.length + index }));
          written.push(...rows);
          cluster.insert("ch-1", { table: "all", rows });
          cluster.insert("ch-1", { table: "last", rows });
          clock.advanceBy(pause);
        }
        expect(cluster.select("all")).toEqual(written);
        const last = new Map(written.map((row) => [row.id, row]));
        expect(new Set(cluster.select("last", "FINAL"))).toEqual(new Set(last.values()));
        expect(cluster.select("last").length).toBeGreaterThanOrEqual(last.size);
      }),
    );
  });
});
