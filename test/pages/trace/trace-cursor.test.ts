import { describe, expect, test } from "vitest";

import {
  countUpTo,
  eventsAt,
  lastCursor,
  moveCursor,
  type CursorMove,
  type TraceCursor,
} from "../../../src/pages/trace/trace-cursor.ts";
import { sumsRun, whenComplete } from "./runs.ts";

const { events } = sumsRun({ fail: whenComplete(2) });

/** Every place that a way through the trace stops at. */
function stops(from: TraceCursor, move: CursorMove): readonly number[] {
  const found: number[] = [];
  let cursor = from;
  for (;;) {
    const next = moveCursor(events, cursor, move);
    if (next.step === cursor.step) return found;
    found.push(next.step);
    cursor = next;
  }
}

describe("a cursor in a trace", () => {
  test("stops at every step at which something was done, there and back", () => {
    const there = stops({ step: events[0]?.step ?? 0 }, { direction: "forward", to: "step" });
    const back = stops(lastCursor(events), { direction: "back", to: "step" });
    const done = new Set(
      events.filter(({ type }) => type === "element-in" || type === "snapshot").map(({ step }) => step),
    );
    expect([...done].every((step) => there.includes(step))).toBe(true);
    expect(there.slice(0, -1)).toEqual(back.toReversed().slice(1));
  });

  test("goes to the next watermark, and through what happens to a checkpoint and after it", () => {
    const at = (...types: readonly string[]): readonly number[] => [
      ...new Set(events.filter((event) => types.includes(event.type)).map(({ step }) => step)),
    ];
    const stations = ["checkpoint-begin", "barrier-in", "checkpoint-complete", "failure", "restore"];
    expect(stops({ step: 0 }, { direction: "forward", to: "barrier" })).toEqual(at(...stations));
    expect(stops({ step: 0 }, { direction: "forward", to: "watermark" })).toEqual(
      expect.arrayContaining([...at("watermark-in")]),
    );
  });

  test("stays where there is nothing to go to", () => {
    expect(moveCursor(events, { step: 0 }, { direction: "back", to: "barrier" })).toEqual({ step: 0 });
    expect(moveCursor([], { step: 7 }, { direction: "back", to: "step" })).toEqual({ step: 7 });
  });

  test("knows what happened at its step and before", () => {
    const { step } = events[50] ?? { step: 0 };
    expect(eventsAt(events, { step })).toEqual(events.filter((event) => event.step === step));
    expect(countUpTo(events, { step })).toBe(events.filter((event) => event.step <= step).length);
    expect(countUpTo([], { step })).toBe(0);
  });
});
