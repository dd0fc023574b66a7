import { describe, expect, test } from "vitest";

import { textWidth } from "../../../src/pages/text-width.ts";
import { traceSigns, type TraceSigns } from "../../../src/pages/trace/trace-signs.ts";

/** The signs that stand in one picture together and must be told apart without colour. */
const TOGETHER: readonly (readonly Exclude<keyof TraceSigns, "heights">[])[] = [
  ["lane", "wall", "record", "ahead", "here", "several", "late"],
  ["passed", "watermark", "jump", "wall"],
  ["open", "waiting", "gone", "windowStart", "windowEnd"],
  ["added", "changed", "removed", "same"],
  ["barrier", "blocked", "snapshot", "ack", "complete", "aborted", "crash", "restore"],
  ["transaction", "preCommitted", "committed", "aborted"],
  ["busy", "backPressured", "idle"],
  ["fullBuffer", "freeBuffer"],
  ["held", "violated"],
  ["divider", "differs"],
];

describe.each(["unicode", "ascii"] as const)("the signs of the set %s", (set) => {
  const signs = traceSigns(set);

  test("take one cell each", () => {
    for (const sign of Object.values(signs).flat()) expect(textWidth(sign)).toBe(1);
  });

  test.each(TOGETHER)("tell %s and the others of their picture apart", (...names) => {
    expect(new Set(names.map((name) => signs[name])).size).toBe(names.length);
  });
});

test("the signs of ASCII are of ASCII", () => {
  expect(Object.values(traceSigns("ascii")).flat().join("")).toMatch(/^[ -~]+$/);
});
