import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { AggregateCall } from "../../../src/engine/table/aggregate/aggregate-call.ts";
import { calc } from "../../../src/engine/table/calc.ts";
import { deduplicate } from "../../../src/engine/table/deduplicate.ts";
import { groupAggregate } from "../../../src/engine/table/group-aggregate.ts";
import { join, type JoinSpec } from "../../../src/engine/table/join.ts";
import { overAggregate } from "../../../src/engine/table/over-aggregate.ts";
import type { Field, Row } from "../../../src/engine/table/row.ts";
import { topN } from "../../../src/engine/table/top-n.ts";
import { upsertSink } from "../../../src/engine/table/upsert-sink.ts";
import { windowAggregate } from "../../../src/engine/table/window-aggregate.ts";
import { aChangelog, anInsertOnlyStream, aRow, interleaved } from "./arbitraries.ts";
import { materialize, materializeUpserts, sortRows } from "./materialize.ts";
import { aTable, changesOf, play, type Change, type Feed } from "./play.ts";

const updating = aTable("t", "k STRING, v BIGINT", { changelog: "all" });
const appended = aTable("t", "k STRING, v BIGINT");

const aggregates: readonly AggregateCall[] = [
  { as: "n", function: "count" },
  { as: "c", function: "count", argument: "v" },
  { as: "s", function: "sum", argument: "v" },
  { as: "low", function: "min", argument: "v" },
  { as: "high", function: "max", argument: "v" },
  { as: "mean", function: "avg", argument: "v" },
  { as: "d", function: "count", argument: "v", quantifier: "distinct" },
];

/** Computes the aggregates of rows (k, v) anew. */
function aggregate(rows: readonly Row[]): Row {
  const values = rows.flatMap(([, v]) => (typeof v === "number" ? [v] : []));
  const sum = values.reduce((total, v) => total + v, 0);
  const isEmpty = values.length === 0;
  return [
    rows.length,
    values.length,
    isEmpty ? null : sum,
    isEmpty ? null : Math.min(...values),
    isEmpty ? null : Math.max(...values),
    isEmpty ? null : Math.trunc(sum / values.length) + 0,
    new Set(values).size,
  ];
}

function groupBy(rows: readonly Row[]): ReadonlyMap<Field, readonly Row[]> {
  return Map.groupBy(rows, ([k = null]) => k);
}

function grouped(rows: readonly Row[]): readonly Row[] {
  return sortRows([...groupBy(rows)].map(([k, group]) => [k, ...aggregate(group)]));
}

function flat(steps: readonly (readonly Change[])[]): readonly Change[] {
  return steps.flat();
}

describe("a group aggregate", () => {
  const query = groupAggregate(updating, { keys: ["k"], aggregates });

  test("leaves, after each change, what the query gives over the rows so far", () => {
    fc.assert(
      fc.property(aChangelog, (changes) => {
        const output = changesOf(query, ...changes);
        for (const index of changes.keys()) {
          const soFar = materialize(flat(output.slice(0, index + 1)));
          expect(soFar).toEqual(grouped(materialize(changes.slice(0, index + 1))));
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(["one-phase", "local-global", "split-distinct"] as const)(
    "leaves the same with mini-batches in %s, whatever their size",
    (phases) => {
      fc.assert(
        fc.property(aChangelog, fc.integer({ min: 1, max: 9 }), (changes, size) => {
          const batched = groupAggregate(updating, { keys: ["k"], aggregates, miniBatch: { size, phases } });
          const feeds: readonly Feed[] = [...changes.map((change) => ({ source: "t", change })), "end"];
          expect(materialize(flat(play(batched, feeds)))).toEqual(grouped(materialize(changes)));
        }),
      );
    },
  );

  test("leaves the same in an upsert sink by its key, which gets no -U", () => {
    fc.assert(
      fc.property(aChangelog, (changes) => {
        const output = flat(changesOf(upsertSink(query, { keys: ["k"] }), ...changes));
        expect(output.map(([kind]) => kind)).not.toContain("-U");
        expect(materializeUpserts(output, [0])).toEqual(grouped(materialize(changes)));
      }),
    );
  });

  test("over another one leaves what the nested query gives", () => {
    const counts = groupAggregate(updating, { keys: ["k"], aggregates: [{ as: "c", function: "count" }] });
    const nested = groupAggregate(counts, { keys: ["c"], aggregates: [{ as: "n", function: "count" }] });
    fc.assert(
      fc.property(aChangelog, (changes) => {
        const sizes = [...groupBy(materialize(changes)).values()].map((group) => group.length);
        const expected = [...Map.groupBy(sizes, (size) => size)].map(([size, same]) => [size, same.length]);
        expect(materialize(flat(changesOf(nested, ...changes)))).toEqual(sortRows(expected));
      }),
    );
  });
});

describe("a regular join", () => {
  const left = aTable("l", "k STRING, v BIGINT", { changelog: "all" });
  const right = aTable("r", "k STRING, v BIGINT", { changelog: "all" });
  const nothing: Row = [null, null];

  function joined(type: JoinSpec["type"], ls: readonly Row[], rs: readonly Row[]): readonly Row[] {
    const matches = (a: Row, b: Row) => a[0] !== null && a[0] === b[0];
    const alone = (row: Row, others: readonly Row[]) => !others.some((other) => matches(row, other));
    const inner = ls.flatMap((l) => rs.filter((r) => matches(l, r)).map((r) => [...l, ...r]));
    const onlyLeft = ls.filter((l) => alone(l, rs));
    const onlyRight = rs.filter((r) => alone(r, ls));
    const padLeft = onlyLeft.map((l) => [...l, ...nothing]);
    const padRight = onlyRight.map((r) => [...nothing, ...r]);
    switch (type) {
      case "inner":
        return inner;
      case "left":
        return [...inner, ...padLeft];
      case "right":
        return [...inner, ...padRight];
      case "full":
        return [...inner, ...padLeft, ...padRight];
      case "semi":
        return ls.filter((l) => !alone(l, rs));
      case "anti":
        return onlyLeft;
    }
  }

  test.each(["inner", "left", "right", "full", "semi", "anti"] as const)(
    "of type %s leaves what the query gives over both tables",
    (type) => {
      const query = join(left, right, { type, on: [["k", "k"]] });
      fc.assert(
        fc.property(interleaved(aChangelog, aChangelog), (feeds) => {
          const sideOf = (source: "l" | "r") =>
            materialize(feeds.filter((feed) => feed.source === source).map((feed) => feed.change));
          const expected = sortRows(joined(type, sideOf("l"), sideOf("r")));
          expect(materialize(flat(play(query, feeds)))).toEqual(expected);
        }),
      );
    },
  );
});

describe("a Top-N", () => {
  /** The first n values of each partition; what comes beside the sort key is left out, for ties fall by arrival. */
  function firstValues(rows: readonly Row[], n: number): readonly Row[] {
    const first = [...groupBy(rows)].flatMap(([k, group]) => {
      const values = group.map(([, v]) => (typeof v === "number" ? v : Number.NEGATIVE_INFINITY));
      const best = values.sort((a, b) => b - a).slice(0, n);
      return best.map((v, index): Row => [k, v === Number.NEGATIVE_INFINITY ? null : v, index + 1]);
    });
    return sortRows(first);
  }

  const orderBy = [{ column: "v", direction: "desc" }] as const;
  const ranks = fc.integer({ min: 1, max: 4 });

  test("over any changes leaves the first n of the rows so far, with their ranks", () => {
    fc.assert(
      fc.property(aChangelog, ranks, (changes, n) => {
        const query = topN(updating, { keys: ["k"], orderBy, n, rank: "rn", strategy: "retract" });
        const output = changesOf(query, ...changes);
        for (const index of changes.keys()) {
          const soFar = materialize(flat(output.slice(0, index + 1)));
          expect(soFar).toEqual(firstValues(materialize(changes.slice(0, index + 1)), n));
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(["append", "retract"] as const)(
    "of strategy %s leaves the same with and without ranks",
    (strategy) => {
      fc.assert(
        fc.property(anInsertOnlyStream, ranks, (changes, n) => {
          const spec = { keys: ["k"], orderBy, n, strategy } as const;
          const withRanks = materialize(flat(changesOf(topN(appended, { ...spec, rank: "rn" }), ...changes)));
          const without = materialize(flat(changesOf(topN(appended, spec), ...changes)));
          expect(withRanks).toEqual(firstValues(materialize(changes), n));
          expect(without).toEqual(sortRows(withRanks.map(([k = null, v = null]) => [k, v])));
        }),
      );
    },
  );

  test("over counts, which only grow, leaves the greatest counts", () => {
    const counts = groupAggregate(appended, { keys: ["k"], aggregates: [{ as: "c", function: "count" }] });
    fc.assert(
      fc.property(anInsertOnlyStream, ranks, (changes, n) => {
        const spec = {
          keys: [],
          orderBy: [{ column: "c", direction: "desc" }],
          n,
          strategy: "update",
        } as const;
        const sizes = [...groupBy(materialize(changes)).values()].map((group) => group.length);
        const best = sizes.sort((a, b) => b - a).slice(0, n);
        const ranked = flat(changesOf(topN(counts, { ...spec, rank: "rn" }), ...changes));
        expect(materialize(ranked).map(([, c, rn]) => [c, rn])).toEqual(
          expect.arrayContaining(best.map((c, index) => [c, index + 1])),
        );
        expect(materialize(flat(changesOf(topN(counts, spec), ...changes))).length).toBe(best.length);
      }),
    );
  });
});

describe("a deduplication", () => {
  const timed = aTable("t", "k STRING, v BIGINT, ts ROWTIME", { proctime: "pt" });
  const aTimedStream = fc
    .array(fc.tuple(aRow, fc.integer({ min: 1, max: 20 })), { maxLength: 25 })
    .map((rows) => rows.map(([row, time]): Change => ["+I", ...row, time]));

  test.each([
    ["processing", "first", "pt"],
    ["processing", "last", "pt"],
    ["event", "first", "ts"],
    ["event", "last", "ts"],
  ] as const)("in %s time that keeps the %s row leaves that row of each key", (time, keep, order) => {
    const columns = ["k", "v", "ts"].map((column) => ({ as: column, column }));
    const query = calc(deduplicate(timed, { keys: ["k"], time, keep, order }), { select: columns });
    fc.assert(
      fc.property(aTimedStream, (changes) => {
        const rows = changes.map(([, ...row]) => row);
        const times = (row: Row) => (time === "event" ? Number(row[2]) : 0);
        const keeps = (kept: Row, row: Row) =>
          keep === "first" ? times(row) < times(kept) : times(row) >= times(kept);
        const expected = [...groupBy(rows).values()].map((group) =>
          group.reduce((kept, row) => (keeps(kept, row) ? row : kept)),
        );
        const feeds: readonly Feed[] = [...changes.map((change) => ({ source: "t", change })), "end"];
        expect(materialize(flat(play(query, feeds)))).toEqual(sortRows(expected));
      }),
    );
  });
});

describe("rows with a time", () => {
  const timed = aTable("t", "k STRING, v BIGINT, ts ROWTIME");
  const aTimedStream = fc
    .array(fc.tuple(aRow, fc.integer({ min: 1, max: 40 })), { maxLength: 25 })
    .map((rows) => rows.map(([row, time]): Change => ["+I", ...row, time]));

  test.each([
    ["tumble", { type: "tumble", time: "ts", size: 10 }, (end: number) => end - 10, 10],
    ["hop", { type: "hop", time: "ts", size: 15, slide: 5 }, (end: number) => end - 15, 5],
    ["cumulate", { type: "cumulate", time: "ts", size: 15, step: 5 }, cumulateStart, 5],
  ] as const)(
    "are counted once in each window of %s that they are in",
    (_name, window, startOf, interval) => {
      const query = windowAggregate(timed, { keys: ["k"], window, aggregates });
      fc.assert(
        fc.property(aTimedStream, (changes) => {
          const rows = changes.map(([, ...row]) => row);
          const ends = Array.from({ length: 20 }, (_, index) => (index - 4) * interval);
          const expected = ends.flatMap((end) => {
            const start = startOf(end);
            const inside = rows.filter(([, , ts]) => Number(ts) >= start && Number(ts) < end);
            return [...groupBy(inside)].map(([k, group]) => [k, start, end, ...aggregate(group)]);
          });
          const feeds: readonly Feed[] = [...changes.map((change) => ({ source: "t", change })), "end"];
          expect(materialize(flat(play(query, feeds)))).toEqual(sortRows(expected));
        }),
        { numRuns: 50 },
      );
    },
  );

  function cumulateStart(end: number): number {
    return Math.floor((end - 1) / 15) * 15;
  }

  test.each([
    ["rows", 2],
    ["range", 5],
    ["range", "unbounded"],
    ["rows", "unbounded"],
  ] as const)("see in a frame of %s %s the rows before them in time", (type, preceding) => {
    const spec = { keys: ["k"], time: "event", order: "ts", frame: { type, preceding } } as const;
    const query = overAggregate(timed, { ...spec, aggregates });
    fc.assert(
      fc.property(aTimedStream, (changes) => {
        const rows = changes.map(([, ...row]) => row);
        const expected = [...groupBy(rows).values()].flatMap((group) => {
          const ordered = group.toSorted((a, b) => Number(a[2]) - Number(b[2]));
          return ordered.map((row, index) => [...row, ...aggregate(frameOf(ordered, index))]);
        });
        const feeds: readonly Feed[] = [...changes.map((change) => ({ source: "t", change })), "end"];
        expect(materialize(flat(play(query, feeds)))).toEqual(sortRows(expected));
      }),
      { numRuns: 50 },
    );

    function frameOf(ordered: readonly Row[], index: number): readonly Row[] {
      const from = preceding === "unbounded" ? Number.POSITIVE_INFINITY : preceding;
      if (type === "rows") return ordered.slice(Math.max(0, index - from), index + 1);
      const time = Number(ordered[index]?.[2]);
      return ordered.filter((row) => Number(row[2]) <= time && Number(row[2]) >= time - from);
    }
  });
});
