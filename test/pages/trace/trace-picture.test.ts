import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { TracedEvent } from "../../../src/engine/index.ts";
import { rowWidth } from "../../../src/pages/row.ts";
import { firstDivergence } from "../../../src/pages/trace/first-divergence.ts";
import { outputDiff } from "../../../src/pages/trace/output-diff.ts";
import type { TraceCanvas } from "../../../src/pages/trace/trace-canvas.ts";
import { lastCursor } from "../../../src/pages/trace/trace-cursor.ts";
import { drawTrace, picturesOf } from "../../../src/pages/trace/trace-picture.ts";
import { canvasOf, frame, leakRun, ordersRun, slowRun, sumsRun, whenComplete } from "./runs.ts";

const { events } = sumsRun({ fail: whenComplete(2) });
const PICTURES = ["strip", "state", "barriers", "pressure"] as const;
const RUNS: readonly (readonly TracedEvent[])[] = [
  events,
  ordersRun(2000, 1),
  ordersRun(),
  leakRun(20, 4),
  slowRun().slice(0, 900),
];

/** What may be left of a trace: a piece of it, with events missing. */
const traces = fc
  .tuple(fc.constantFrom(...RUNS), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }))
  .map(([run, from, length, every]) => {
    const first = from % run.length;
    return run
      .slice(first, first + (length % run.length))
      .filter((_, index) => index % every !== every - 1 || every === 1);
  });

const canvases = fc
  .record({
    columns: fc.integer({ min: 30, max: 140 }),
    rows: fc.integer({ min: 12, max: 40 }),
    lang: fc.constantFrom("zh", "en"),
    signs: fc.constantFrom("unicode", "ascii"),
    form: fc.constantFrom("drawn", "plain"),
  })
  .map((settings) => canvasOf(settings));

/** What is told in sentences is as long as it is. */
function mostRows({ form, size }: TraceCanvas): number {
  return form === "drawn" ? size.rows : Number.POSITIVE_INFINITY;
}

describe("the pictures of a trace", () => {
  test("are those that have something to show, the one that tells most first", () => {
    expect(picturesOf(events)).toEqual(
      ["barriers", "pressure", "strip", "state"].filter(
        (kind) => kind !== "pressure" || events.some(({ type }) => type === "blocked"),
      ),
    );
    expect(picturesOf(ordersRun())[0]).toBe("strip");
    expect(picturesOf(slowRun())[0]).toBe("pressure");
    expect(picturesOf(leakRun(5, 2))).toEqual(["strip", "state"]);
    expect(picturesOf([])).toEqual([]);
  });

  test("are drawn by their names", () => {
    const cursor = lastCursor(events);
    const titles = PICTURES.map(
      (picture) => frame(drawTrace(picture, events, cursor, canvasOf())).split(/ {2,}|\n/u)[0],
    );
    expect(titles).toEqual(["event time · sum", "keyed state", "checkpoints", "load"]);
  });

  test("are drawn of any piece of a trace, and never leave their canvas", () => {
    fc.assert(
      fc.property(traces, canvases, fc.constantFrom(...PICTURES), fc.nat(), (trace, canvas, picture, at) => {
        const cursor = { step: at % (lastCursor(trace).step + 2) };
        const rows = drawTrace(picture, trace, cursor, canvas);
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.length).toBeLessThanOrEqual(mostRows(canvas));
        for (const line of rows) expect(rowWidth(line)).toBeLessThanOrEqual(canvas.size.columns);
      }),
      { numRuns: 300 },
    );
  });

  test("compare any two pieces of traces, and never leave their canvas", () => {
    fc.assert(
      fc.property(traces, traces, canvases, (one, other, canvas) => {
        const divergence = firstDivergence(
          { name: "one", events: one },
          { name: "other", events: other },
          canvas,
        );
        for (const rows of [divergence, outputDiff(one, other, canvas)]) {
          expect(rows.length).toBeLessThanOrEqual(mostRows(canvas));
          for (const line of rows) expect(rowWidth(line)).toBeLessThanOrEqual(canvas.size.columns);
        }
      }),
      { numRuns: 100 },
    );
  });
});
