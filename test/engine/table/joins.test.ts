import { describe, expect, test } from "vitest";

import type { Column } from "../../../src/engine/table/column.ts";
import { intervalJoin } from "../../../src/engine/table/interval-join.ts";
import { join } from "../../../src/engine/table/join.ts";
import type { LookupTable } from "../../../src/engine/table/join/lookup-table.ts";
import { lookupJoin } from "../../../src/engine/table/lookup-join.ts";
import type { Row } from "../../../src/engine/table/row.ts";
import { temporalJoin } from "../../../src/engine/table/temporal-join.ts";
import { aTable, play, type Change, type Feed } from "./play.ts";

function change(source: string, ...change: Change): Feed {
  return { source, change };
}

function watermarks(timestamp: number): readonly Feed[] {
  return [
    { source: "l", watermark: timestamp },
    { source: "r", watermark: timestamp },
  ];
}

describe("a regular join", () => {
  const left = aTable("l", "id STRING, x STRING");
  const right = aTable("r", "id STRING, y STRING", { changelog: "all" });

  test("takes the padded row of an outer side back at its first match and sends it again after the last", () => {
    const query = join(left, right, { type: "left", on: [["id", "id"]] });
    const feeds = [change("l", "+I", "1", "L"), change("r", "+I", "1", "R"), change("r", "-D", "1", "R")];
    expect(play(query, feeds)).toEqual([
      [["+I", "1", "L", null, null]],
      [
        ["-D", "1", "L", null, null],
        ["+I", "1", "L", "1", "R"],
      ],
      [
        ["-D", "1", "L", "1", "R"],
        ["+I", "1", "L", null, null],
      ],
    ]);
  });

  test("names a column that both sides have with a 0 behind it", () => {
    const query = join(left, right, { type: "inner", on: [["id", "id"]] });
    expect(query.columns.map((column) => column.name)).toEqual(["id", "x", "id0", "y"]);
  });

  test("matches no NULL", () => {
    const query = join(left, right, { type: "inner", on: [["id", "id"]] });
    expect(play(query, [change("l", "+I", null, "L"), change("r", "+I", null, "R")]).flat()).toEqual([]);
  });
});

describe("an interval join", () => {
  const bounds = { on: [["id", "id"]], lower: -5, upper: 5 } as const;

  test("sends an outer row with NULLs when its interval has passed", () => {
    const left = aTable("l", "id STRING, lt ROWTIME");
    const right = aTable("r", "id STRING, rt ROWTIME");
    const query = intervalJoin(left, right, { ...bounds, type: "left", time: ["lt", "rt"] });
    const output = play(query, [change("l", "+I", "1", 10), ...watermarks(15), ...watermarks(16)]);
    expect(output).toEqual([[], [], [], [], [["+I", "1", 10, null, null]]]);
  });

  test("takes the time of arrival over processing-time attributes", () => {
    const left = aTable("l", "id STRING", { proctime: "pt" });
    const right = aTable("r", "id STRING", { proctime: "qt" });
    const query = intervalJoin(left, right, { ...bounds, type: "full", time: ["pt", "qt"] });
    const feeds: readonly Feed[] = [
      { clock: 100 },
      change("l", "+I", "1"),
      { clock: 104 },
      change("r", "+I", "1"),
      change("r", "+I", "2"),
      { clock: 120 },
    ];
    expect(play(query, feeds).map((changes) => changes.map(([kind, l, , r]) => [kind, l, r]))).toEqual([
      [],
      [],
      [],
      [["+I", "1", "1"]],
      [],
      [["+I", null, "2"]],
    ]);
  });
});

describe("a temporal join", () => {
  test("waits for both watermarks and takes the newest version that is not newer", () => {
    const orders = aTable("l", "id STRING, cur STRING, ot ROWTIME");
    const rates = aTable("r", "cur STRING, rate BIGINT, rt ROWTIME", { changelog: "all" });
    const query = temporalJoin(orders, rates, { type: "left", on: [["cur", "cur"]], time: ["ot", "rt"] });
    const feeds = [
      change("r", "+I", "E", 100, 10),
      change("r", "+U", "E", 110, 20),
      change("r", "-D", "E", 110, 30),
      change("l", "+I", "1", "E", 19),
      change("l", "+I", "2", "E", 30),
      change("l", "+I", "3", "E", 9),
    ];
    const output = play(query, [...feeds, ...watermarks(40)]).flat();
    expect(output.map(([, id, , , , rate]) => [id, rate])).toEqual([
      ["1", 100],
      ["2", null],
      ["3", null],
    ]);
  });
});

describe("a lookup join", () => {
  const columns: readonly Column[] = [
    { name: "k", type: "STRING" },
    { name: "name", type: "STRING" },
  ];
  const orders = aTable("l", "id STRING, k STRING");

  function aLookupTable(): LookupTable & { readonly asked: Row[]; rows: readonly Row[] } {
    const asked: Row[] = [];
    const table = {
      columns,
      asked,
      rows: [] as readonly Row[],
      lookup: (_indices: readonly number[], key: Row) => {
        asked.push(key);
        return table.rows;
      },
    };
    return table;
  }

  const order: Feed = change("l", "+I", "1", "a");

  test("asks again when an answer in the cache has expired", () => {
    const table = aLookupTable();
    const cache = { maximumSize: 10, expireAfterWrite: 1000 };
    const query = lookupJoin(orders, table, { type: "left", on: [["k", "k"]], cache });
    play(query, [order, { clock: 999 }, order, { clock: 1000 }, order]);
    expect(table.asked).toEqual([["a"], ["a"]]);
  });

  test("forgets the key that was not asked for longest when the cache is full", () => {
    const table = aLookupTable();
    const query = lookupJoin(orders, table, { type: "left", on: [["k", "k"]], cache: { maximumSize: 2 } });
    play(
      query,
      ["a", "b", "a", "c", "a", "b"].map((k) => change("l", "+I", "1", k)),
    );
    expect(table.asked).toEqual([["a"], ["b"], ["c"], ["b"]]);
  });

  test("does not ask for a key that is NULL", () => {
    const table = aLookupTable();
    const query = lookupJoin(orders, table, { type: "left", on: [["k", "k"]] });
    expect(play(query, [change("l", "+I", "1", null)])).toEqual([[["+I", "1", null, null, null]]]);
    expect(table.asked).toEqual([]);
  });
});
