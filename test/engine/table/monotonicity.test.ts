import { describe, expect, test } from "vitest";

import { calc } from "../../../src/engine/table/calc.ts";
import { changelogNormalize } from "../../../src/engine/table/changelog-normalize.ts";
import { groupAggregate } from "../../../src/engine/table/group-aggregate.ts";
import { join } from "../../../src/engine/table/join.ts";
import type { Table } from "../../../src/engine/table/table.ts";
import { topN } from "../../../src/engine/table/top-n.ts";
import { unionAll } from "../../../src/engine/table/union-all.ts";
import { aTable } from "./play.ts";

const appended = aTable("t", "k STRING, v BIGINT");
const updating = aTable("t", "k STRING, v BIGINT", { changelog: "all" });
const results = groupAggregate(appended, {
  keys: ["k"],
  aggregates: [
    { as: "c", function: "count" },
    { as: "high", function: "max", argument: "v" },
    { as: "low", function: "min", argument: "v" },
    { as: "s", function: "sum", argument: "v" },
  ],
});

describe("the movement of columns", () => {
  test.each<readonly [string, Table, Table["monotonicity"]]>([
    ["of rows that are only added is none", appended, ["constant", "constant"]],
    ["of a changelog is unknown", updating, ["not-monotonic", "not-monotonic"]],
    [
      "of aggregates follows their function",
      results,
      ["constant", "increasing", "increasing", "decreasing", "not-monotonic"],
    ],
    ["of an aggregate over deletions cannot be told", nested(groupAggregate(updating, byKey())), undefined],
    ["of a MAX over counts is upwards", nested(results), ["increasing", "not-monotonic"]],
    [
      "behind a filter over a column that moves is unknown",
      calc(results, { where: { of: ["c"], holds: () => true }, select: [{ as: "c", column: "c" }] }),
      ["not-monotonic"],
    ],
    [
      "behind a filter over the key stays",
      calc(results, { where: { of: ["k"], holds: () => true }, select: [{ as: "c", column: "c" }] }),
      ["increasing"],
    ],
    [
      "of a Top-N's first sort column is towards the top if it does not move otherwise",
      topN(results, { keys: [], orderBy: [{ column: "c", direction: "desc" }], n: 2, strategy: "update" }),
      ["not-monotonic", "increasing", "not-monotonic", "not-monotonic", "not-monotonic"],
    ],
    [
      "of a Top-N against the movement of its sort column is unknown",
      topN(appendedCounts(), {
        keys: [],
        orderBy: [{ column: "c", direction: "asc" }],
        n: 2,
        rank: "rn",
        strategy: "retract",
      }),
      ["not-monotonic", "not-monotonic", "constant"],
    ],
    [
      "of a normalised stream's key is none",
      changelogNormalize(updating, ["k"]),
      ["constant", "not-monotonic"],
    ],
    [
      "of a join is that of its sides",
      join(appendedCounts(), appended, { type: "inner", on: [["k", "k"]] }),
      ["constant", "increasing", "constant", "constant"],
    ],
    [
      "of an anti join cannot be told",
      join(appendedCounts(), appended, { type: "anti", on: [["k", "k"]] }),
      undefined,
    ],
    [
      "of a join on a column that moves cannot be told",
      join(appendedCounts(), appended, { type: "inner", on: [["c", "v"]] }),
      undefined,
    ],
    [
      "of a union of unlike tables is unknown",
      unionAll([appended, updating]),
      ["not-monotonic", "not-monotonic"],
    ],
  ])("%s", (_claim, table, monotonicity) => {
    expect(table.monotonicity).toEqual(monotonicity);
  });
});

function byKey() {
  return { keys: ["k"], aggregates: [{ as: "c", function: "count" }] } as const;
}

function appendedCounts(): Table {
  return groupAggregate(appended, byKey());
}

function nested(table: Table): Table {
  const aggregates = [
    { as: "m", function: "max", argument: "c" },
    { as: "n", function: "min", argument: "c" },
  ] as const;
  return groupAggregate(table, { keys: [], aggregates });
}
