import { describe, expect, test } from "vitest";

import { groupAggregate } from "../../../src/engine/table/group-aggregate.ts";
import { miniBatchAssigner } from "../../../src/engine/table/mini-batch-assigner.ts";
import { aTable, changesOf, play } from "./play.ts";

const input = aTable("t", "k STRING, v BIGINT", { changelog: "all" });
const count = [{ as: "c", function: "count" }] as const;

describe("a group aggregate", () => {
  test("tells the first result as +I, a new one as -U and +U, the last row's departure as -D", () => {
    const query = groupAggregate(input, { keys: ["k"], aggregates: count });
    expect(changesOf(query, ["+I", "a", 1], ["+I", "a", 2], ["-D", "a", 1], ["-D", "a", 2])).toEqual([
      [["+I", "a", 1]],
      [
        ["-U", "a", 1],
        ["+U", "a", 2],
      ],
      [
        ["-U", "a", 2],
        ["+U", "a", 1],
      ],
      [["-D", "a", 1]],
    ]);
  });

  test("ignores the deletion of a group that it does not know", () => {
    const query = groupAggregate(input, { keys: ["k"], aggregates: count });
    expect(changesOf(query, ["-D", "z", 1])).toEqual([[]]);
  });

  test("forgets a group that was not changed for the time to live of its state", () => {
    const query = groupAggregate(input, { keys: ["k"], aggregates: count, stateTtl: 1000 });
    const row = { source: "t", change: ["+I", "a", 1] } as const;
    const output = play(query, [row, { clock: 999 }, row, { clock: 1998 }, row, { clock: 2998 }, row]);
    expect(output.flat()).toEqual([
      ["+I", "a", 1],
      ["-U", "a", 1],
      ["+U", "a", 2],
      ["-U", "a", 2],
      ["+U", "a", 3],
      ["+I", "a", 1],
    ]);
  });

  test("keeps no values for a MAX whose argument only grows, so a retraction does not lower it", () => {
    const counts = groupAggregate(aTable("t", "k STRING"), { keys: ["k"], aggregates: count });
    const highest = groupAggregate(counts, {
      keys: [],
      aggregates: [{ as: "m", function: "max", argument: "c" }],
    });
    expect(changesOf(highest, ["+I", "a"], ["+I", "b"], ["+I", "a"]).at(-1)).toEqual([
      ["-U", 1],
      ["+U", 2],
    ]);
  });

  test("names the columns that there are if one is missing", () => {
    const query = () => groupAggregate(input, { keys: ["x"], aggregates: count });
    expect(query).toThrow("Column 'x' not found in any table; there are: k, v");
  });

  test("refuses to split by two distinct columns", () => {
    const query = groupAggregate(input, {
      keys: [],
      aggregates: [
        { as: "a", function: "count", argument: "k", quantifier: "distinct" },
        { as: "b", function: "count", argument: "v", quantifier: "distinct" },
      ],
      miniBatch: { size: 2, phases: "split-distinct" },
    });
    expect(() => changesOf(query)).toThrow("A split aggregate needs DISTINCT over exactly one column.");
  });
});

describe("a mini-batch", () => {
  const oneByTwo = { size: 2, phases: "one-phase" } as const;

  test("sends one change a key when it is full, and nothing for what cancels out", () => {
    const query = groupAggregate(input, { keys: ["k"], aggregates: count, miniBatch: oneByTwo });
    const output = changesOf(query, ["+I", "a", 1], ["+I", "a", 1], ["+I", "b", 1], ["-D", "b", 1]);
    expect(output).toEqual([[], [["+I", "a", 2]], [], []]);
  });

  test("ends at the marks of its assigner, every latency of processing time", () => {
    const marked = miniBatchAssigner(input, 100);
    const query = groupAggregate(marked, { keys: ["k"], aggregates: count, miniBatch: oneByTwo });
    const row = { source: "t", change: ["+I", "a", 1] } as const;
    expect(play(query, [row, { clock: 99 }, { clock: 100 }])).toEqual([[], [], [["+I", "a", 1]]]);
  });

  test("takes no watermark of its source for a mark, but the last one", () => {
    const marked = miniBatchAssigner(input, 100);
    const query = groupAggregate(marked, { keys: ["k"], aggregates: count, miniBatch: oneByTwo });
    const row = { source: "t", change: ["+I", "a", 1] } as const;
    expect(play(query, [row, { source: "t", watermark: 5000 }, "end"])).toEqual([[], [], [["+I", "a", 1]]]);
  });

  test("counts in the global phase what the local phase sends, not rows", () => {
    const miniBatch = { size: 3, phases: "local-global" } as const;
    const query = groupAggregate(input, { keys: ["k"], aggregates: count, miniBatch });
    const rows = ["a", "a", "b", "a"].map((k) => ({ source: "t", change: ["+I", k, 1] }) as const);
    expect(play(query, [...rows, "end"]).slice(0, 4)).toEqual([[], [], [], []]);
  });
});
