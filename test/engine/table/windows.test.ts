import { describe, expect, test } from "vitest";

import { windowAggregate } from "../../../src/engine/table/window-aggregate.ts";
import { windowTopN } from "../../../src/engine/table/window-top-n.ts";
import type { WindowSpec } from "../../../src/engine/table/window/window-spec.ts";
import { aTable, play, type Feed } from "./play.ts";

const timed = aTable("t", "k STRING, v BIGINT, ts ROWTIME");
const clocked = aTable("t", "k STRING, v BIGINT", { proctime: "pt" });
const sum = [{ as: "s", function: "sum", argument: "v" }] as const;
const tumble = { type: "tumble", time: "ts", size: 10 } as const;

function row(k: string, v: number, time: number): Feed {
  return { source: "t", change: ["+I", k, v, time] };
}

function watermark(timestamp: number): Feed {
  return { source: "t", watermark: timestamp };
}

describe("a window aggregate", () => {
  test("fires at the window's last ms, and drops what comes later", () => {
    const query = windowAggregate(timed, { keys: ["k"], window: tumble, aggregates: sum });
    const output = play(query, [row("a", 1, 9), watermark(8), watermark(9), row("a", 2, 5), watermark(20)]);
    expect(output).toEqual([[], [], [["+I", "a", 0, 10, 1]], [], []]);
  });

  test("counts a late row for the hopping windows that are still open", () => {
    const window = { type: "hop", time: "ts", size: 10, slide: 5 } as const;
    const query = windowAggregate(timed, { keys: [], window, aggregates: sum });
    const output = play(query, [row("a", 1, 6), watermark(9), row("a", 2, 7), row("a", 4, 3), watermark(14)]);
    expect(output.flat()).toEqual([
      ["+I", 0, 10, 1],
      ["+I", 5, 15, 3],
    ]);
  });

  test("fires by the clock over a processing-time attribute", () => {
    const window = { ...tumble, time: "pt" } as const;
    const query = windowAggregate(clocked, { keys: ["k"], window, aggregates: sum });
    const change = { source: "t", change: ["+I", "a", 1] } as const;
    const output = play(query, [{ clock: 3 }, change, { clock: 8 }, change, { clock: 9 }, change, "end"]);
    expect(output).toEqual([[], [], [], [], [["+I", "a", 0, 10, 2]], [], []]);
  });

  test("moves a session's end with each row, also by the clock", () => {
    const window = { type: "session", time: "pt", gap: 10 } as const;
    const query = windowAggregate(clocked, { keys: ["k"], window, aggregates: sum });
    const change = { source: "t", change: ["+I", "a", 1] } as const;
    const output = play(query, [{ clock: 5 }, change, { clock: 12 }, change, { clock: 14 }, { clock: 21 }]);
    expect(output).toEqual([[], [], [], [], [], [["+I", "a", 5, 22, 2]]]);
  });

  test.each<readonly [string, WindowSpec, string]>([
    ["a size of 0", { ...tumble, size: 0 }, "Tumbling Window parameters must satisfy size > 0"],
    [
      "a size that is no multiple of the slide",
      { type: "hop", time: "ts", size: 10, slide: 4 },
      "requires size must be an integral multiple of slide, but got size 10ms and slide 4ms.",
    ],
    [
      "a size that is no multiple of the step",
      { type: "cumulate", time: "ts", size: 10, step: 4 },
      "requires maxSize must be an integral multiple of step, but got maxSize 10ms and step 4ms.",
    ],
    ["a gap of 0", { type: "session", time: "ts", gap: 0 }, "parameters must satisfy 0 < size"],
  ])("refuses %s", (_case, window, message) => {
    expect(() => windowAggregate(timed, { keys: [], window, aggregates: sum })).toThrow(message);
  });

  test("refuses a row without a time", () => {
    const query = windowAggregate(timed, { keys: [], window: tumble, aggregates: sum });
    const timeless = { source: "t", change: ["+I", "a", 1, null] } as const;
    expect(() => play(query, [timeless])).toThrow("RowTime field should not be null");
  });
});

describe("a window Top-N", () => {
  test("sends the first rows of a window with their ranks when it ends, ties by arrival", () => {
    const orderBy = [{ column: "v", direction: "desc" }] as const;
    const query = windowTopN(timed, { window: tumble, keys: [], orderBy, n: 2, rank: "rn" });
    const rows = [row("a", 1, 1), row("b", 5, 2), row("c", 5, 3), row("d", 5, 4)];
    expect(play(query, [...rows, watermark(9)]).at(-1)).toEqual([
      ["+I", "b", 5, 2, 0, 10, 1],
      ["+I", "c", 5, 3, 0, 10, 2],
    ]);
  });
});
