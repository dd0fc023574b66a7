import { describe, expect, test } from "vitest";

import { compareWithGolden } from "../../../src/engine/testing/comparison.ts";
import type { Comparison, Golden, Played, Scenario } from "../../../src/engine/testing/scenario.ts";

const scenario: Scenario = { id: "win-001-x", kind: "operator", group: "windows" };

function verdictOf(golden: Golden, played: Played, compare?: Comparison): string {
  return compareWithGolden(compare === undefined ? scenario : { ...scenario, compare }, golden, played)
    .status;
}

const one = { v: 1, ts: 5 };
const two = { ts: 5, v: 2 };

describe("compareWithGolden", () => {
  test("wants the same rows in the same order, whatever the order of their fields", () => {
    const golden: Golden = { steps: [{ out: [{ ts: 5, v: 1 }, two] }] };
    expect(verdictOf(golden, { type: "steps", steps: [{ out: [one, two] }] })).toBe("passed");
    expect(verdictOf(golden, { type: "steps", steps: [{ out: [two, one] }] })).toBe("failed");
    expect(verdictOf(golden, { type: "steps", steps: [{ out: [two, one] }] }, "outUnordered")).toBe("passed");
  });

  test("wants the same to be seen of timers and state, unless it is told not to", () => {
    const golden: Golden = { steps: [{ out: [], obs: { et: 1 } }] };
    const played: Played = { type: "steps", steps: [{ out: [], obs: { et: 2 } }] };
    expect([verdictOf(golden, played), verdictOf(golden, played, "out")]).toEqual(["failed", "passed"]);
  });

  test("does not look at timers and state where the golden file has none", () => {
    expect(verdictOf({ steps: [{ out: [] }] }, { type: "steps", steps: [{ out: [], obs: { et: 2 } }] })).toBe(
      "passed",
    );
  });

  test("wants the same exception, and the same number of steps", () => {
    const golden: Golden = { steps: [{ out: [], error: "RuntimeException" }] };
    expect(verdictOf(golden, { type: "steps", steps: [{ out: [], error: "RuntimeException" }] })).toBe(
      "passed",
    );
    expect(verdictOf(golden, { type: "steps", steps: [{ out: [], error: "TypeError" }] })).toBe("failed");
    expect(verdictOf(golden, { type: "steps", steps: [{ out: [] }] })).toBe("failed");
    expect(verdictOf(golden, { type: "steps", steps: [] })).toBe("failed");
  });

  test("names the first step that differs", () => {
    const golden: Golden = { steps: [{ out: [] }, { out: [one] }, { out: [] }] };
    const played: Played = { type: "steps", steps: [{ out: [] }, { out: [] }, { out: [two] }] };
    expect(compareWithGolden(scenario, golden, played)).toEqual({
      id: "win-001-x",
      status: "failed",
      step: 1,
      expected: { out: [one] },
      actual: { out: [] },
    });
  });

  test("compares results as wholes", () => {
    expect(verdictOf({ result: { a: [1] } }, { type: "result", result: { a: [1] } })).toBe("passed");
    expect(verdictOf({ result: 1 }, { type: "result", result: 2 })).toBe("failed");
  });

  test("skips what is not built", () => {
    expect(verdictOf({ result: 1 }, { type: "not-built" })).toBe("skipped");
  });
});
