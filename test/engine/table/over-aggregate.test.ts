import { describe, expect, test } from "vitest";

import { overAggregate } from "../../../src/engine/table/over-aggregate.ts";
import { aTable, play, type Feed } from "./play.ts";

const timed = aTable("t", "k STRING, v BIGINT, ts ROWTIME");
const sum = [{ as: "s", function: "sum", argument: "v" }] as const;
const byTime = { keys: ["k"], time: "event", order: "ts", aggregates: sum } as const;

function row(v: number, time: number): Feed {
  return { source: "t", change: ["+I", "a", v, time] };
}

function watermark(timestamp: number): Feed {
  return { source: "t", watermark: timestamp };
}

describe("an OVER aggregate with a bounded frame", () => {
  test.each(["rows", "range"] as const)("of %s takes a row of time 0 for late from the beginning", (type) => {
    const query = overAggregate(timed, { ...byTime, frame: { type, preceding: 1 } });
    expect(play(query, [row(1, 0), row(2, 1), watermark(9)]).flat()).toEqual([["+I", "a", 2, 1, 2]]);
  });

  test("of RANGE forgets half a frame after its rows have left it, and what was late then", () => {
    const query = overAggregate(timed, { ...byTime, frame: { type: "range", preceding: 10 } });
    const feeds = [row(1, 5), watermark(20), row(2, 4), watermark(21), row(4, 4), watermark(22)];
    expect(play(query, feeds).flat()).toEqual([
      ["+I", "a", 1, 5, 1],
      ["+I", "a", 4, 4, 4],
    ]);
  });

  test("of RANGE over processing time sends the rows of one ms together, 1 ms later", () => {
    const clocked = aTable("t", "k STRING, v BIGINT", { proctime: "pt" });
    const frame = { type: "range", preceding: 10 } as const;
    const query = overAggregate(clocked, { ...byTime, time: "processing", order: "pt", frame });
    const change = { source: "t", change: ["+I", "a", 1] } as const;
    const output = play(query, [change, change, { clock: 1 }, change, { clock: 12 }]);
    const sums = output.map((changes) => changes.map((sent) => sent.at(-1)));
    expect(sums).toEqual([[], [], [2, 2], [], [3]]);
  });
});
