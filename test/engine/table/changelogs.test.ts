import { describe, expect, test } from "vitest";

import { calc } from "../../../src/engine/table/calc.ts";
import { changelogNormalize } from "../../../src/engine/table/changelog-normalize.ts";
import type { Condition } from "../../../src/engine/table/condition.ts";
import { deduplicate } from "../../../src/engine/table/deduplicate.ts";
import { groupAggregate } from "../../../src/engine/table/group-aggregate.ts";
import { scan } from "../../../src/engine/table/scan.ts";
import { TableProgram } from "../../../src/engine/table/table-program.ts";
import { topN } from "../../../src/engine/table/top-n.ts";
import { unionAll } from "../../../src/engine/table/union-all.ts";
import { planUpdateKinds } from "../../../src/engine/table/update-kind-inference.ts";
import { upsertSink } from "../../../src/engine/table/upsert-sink.ts";
import { TestProcessingTimeService } from "../../../src/engine/time/processing-time-service.ts";
import { aTable, changesOf, play, type Change } from "./play.ts";

const appended = aTable("t", "k STRING, v BIGINT");
const counts = groupAggregate(appended, { keys: ["k"], aggregates: [{ as: "c", function: "count" }] });
const aboveOne: Condition = { of: ["c"], holds: ([c = null]) => Number(c) > 1 };

describe("a calc", () => {
  test("lets the first row that passes come as +U, for its -U was filtered away", () => {
    const query = calc(counts, { where: aboveOne });
    expect(changesOf(query, ["+I", "a", 1], ["+I", "a", 1])).toEqual([[], [["+U", "a", 2]]]);
  });

  test("computes columns and renames them, and the key with them", () => {
    const query = calc(counts, {
      select: [
        { as: "key", column: "k" },
        { as: "twice", type: "BIGINT", of: ["c"], compute: ([c = null]) => Number(c) * 2 },
      ],
    });
    expect(query.upsertKeys).toEqual([["key"]]);
    expect(changesOf(query, ["+I", "a", 1])).toEqual([[["+I", "a", 2]]]);
  });
});

describe("the inference of update kinds", () => {
  test("switches -U off at the aggregate below an upsert sink by its key", () => {
    const planned = planUpdateKinds(upsertSink(counts, { keys: ["k"] }), "before-and-after");
    expect(planned?.inputs[0]?.updateKind).toBe("only-after");
  });

  test("leaves it on where a filter on the way needs it", () => {
    const sink = upsertSink(calc(counts, { where: aboveOne }), { keys: ["k"] });
    expect(planUpdateKinds(sink, "before-and-after")?.inputs[0]?.updateKind).toBe("before-and-after");
  });

  test("leaves it off below a filter on the key, which an update cannot change", () => {
    const byKey = calc(counts, { where: { of: ["k"], holds: ([k = null]) => k !== "b" } });
    const planned = planUpdateKinds(upsertSink(byKey, { keys: ["k"] }), "before-and-after");
    expect(planned?.inputs[0]?.inputs[0]?.updateKind).toBe("only-after");
  });

  test("leaves it on where the sink has another key", () => {
    const sink = upsertSink(counts, { keys: ["c"], materializer: "materialize" });
    expect(planUpdateKinds(sink, "before-and-after")?.inputs[0]?.updateKind).toBe("before-and-after");
  });
});

describe("a changelog normalisation", () => {
  const upserts = aTable("t", "k STRING, v BIGINT", { changelog: "upsert", primaryKey: ["k"] });

  test("gives a deletion that comes with its key alone the fields of its row", () => {
    const query = changelogNormalize(upserts, ["k"]);
    expect(changesOf(query, ["+U", "a", 1], ["-D", "a"])).toEqual([[["+I", "a", 1]], [["-D", "a", 1]]]);
  });

  test("takes a filter above it in: a row that no longer passes is deleted", () => {
    const query = calc(changelogNormalize(upserts, ["k"]), {
      where: { of: ["v"], holds: ([v = null]) => Number(v) > 1 },
    });
    expect(changesOf(query, ["+I", "a", 2], ["+U", "a", 1], ["+U", "a", 3])).toEqual([
      [["+I", "a", 2]],
      [["-D", "a", 2]],
      [["+I", "a", 3]],
    ]);
  });
});

describe("a deduplication that keeps the last row in processing time", () => {
  test("is silent for an equal row only as long as the first row stands", () => {
    const clocked = aTable("t", "k STRING, v BIGINT", { proctime: "pt" });
    const query = deduplicate(clocked, { keys: ["k"], time: "processing", order: "pt", keep: "last" });
    const kinds = changesOf(query, ["+I", "a", 1], ["+I", "a", 1], ["+I", "a", 2], ["+I", "a", 2]);
    expect(kinds.map((changes) => changes.map(([kind]) => kind))).toEqual([
      ["+I"],
      [],
      ["-U", "+U"],
      ["-U", "+U"],
    ]);
  });
});

describe("a Top-N", () => {
  test("over updates needs a key by which they are known", () => {
    const spec = {
      keys: [],
      orderBy: [{ column: "v", direction: "desc" }],
      n: 2,
      strategy: "update",
    } as const;
    expect(() => changesOf(topN(appended, spec))).toThrow("needs an input with a key");
  });
});

describe("a union", () => {
  test("needs an input", () => {
    expect(() => unionAll([])).toThrow("UNION ALL needs an input.");
  });
});

describe("a table program", () => {
  test("puts the clock's time into a processing-time attribute when it sends the row", () => {
    const clocked = aTable("t", "k STRING", { proctime: "pt" });
    const feeds = [{ clock: 70 }, { source: "t", change: ["+I", "a"] }] as const;
    expect(play(clocked, feeds).at(-1)).toEqual([["+I", "a", 70]]);
  });

  test("feeds every scan of a table that is read twice", () => {
    expect(changesOf(unionAll([appended, appended]), ["+I", "a", 1])).toEqual([
      [
        ["+I", "a", 1],
        ["+I", "a", 1],
      ],
    ]);
  });

  test("refuses to be fed for a table that it does not read", () => {
    const program = new TableProgram(appended, new TestProcessingTimeService(), () => {});
    expect(() => program.processWatermark("x", 1)).toThrow("Table 'x' is not in this program.");
  });
});

test("the example of TableProgram does what it says", () => {
  const clock = new TestProcessingTimeService();
  const changes: Change[] = [];
  const orders = scan({
    name: "orders",
    columns: [{ name: "item", type: "STRING" }],
    changelog: "insert-only",
  });
  const counts = groupAggregate(orders, { keys: ["item"], aggregates: [{ as: "n", function: "count" }] });
  const program = new TableProgram(counts, clock, (kind, row) => changes.push([kind, ...row]));
  program.processElement("orders", "+I", ["tea"]);
  program.processElement("orders", "+I", ["tea"]);
  expect(changes).toEqual([
    ["+I", "tea", 1],
    ["-U", "tea", 1],
    ["+U", "tea", 2],
  ]);
});
