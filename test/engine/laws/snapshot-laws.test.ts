import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { aScript, bags, pipelines, play } from "./scripts.ts";

/** The watermark begins anew with a restore, so the last one comes again, with and without it. */
describe("a snapshot and a restore", () => {
  test.each(Object.entries(pipelines))(
    "change nothing that comes after, at any step: %s",
    (_name, pipeline) => {
      fc.assert(
        fc.property(aScript, fc.nat(), (script, choice) => {
          const at = choice % (script.length + 1);
          const [before, after] = [script.slice(0, at), script.slice(at)];
          const watermark = before.findLast((step) => step.wm !== undefined)?.wm;
          const again = watermark === undefined ? [] : [{ wm: watermark }];
          const interrupted = play(pipeline, [
            ...before,
            { snapshot: "s" },
            { restore: "s" },
            ...again,
            ...after,
          ]);
          const straight = play(pipeline, [...before, ...again, ...after]);
          expect(bags(interrupted.slice(at + 2))).toEqual(bags(straight.slice(at)));
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe("the same script", () => {
  test.each(Object.entries(pipelines))("gives the same trace every time: %s", (_name, pipeline) => {
    fc.assert(
      fc.property(aScript, (script) => {
        expect(play(pipeline, script)).toEqual(play(pipeline, script));
      }),
      { numRuns: 20 },
    );
  });
});

describe("the watermarks that an operator sends", () => {
  test.each(Object.entries(pipelines))(
    "never fall, and come after what they release: %s",
    (_name, pipeline) => {
      fc.assert(
        fc.property(aScript, (script) => {
          const sent = play(pipeline, script).flatMap(({ out }) => out.flatMap((row) => rowWatermark(row)));
          expect(sent).toEqual(script.flatMap(({ wm }) => (wm === undefined ? [] : [wm])));
          expect(sent).toEqual([...sent].sort((a, b) => Number(a) - Number(b)));
        }),
        { numRuns: 20 },
      );
    },
  );
});

function rowWatermark(row: unknown): readonly unknown[] {
  return typeof row === "object" && row !== null && "wm" in row ? [row.wm] : [];
}
