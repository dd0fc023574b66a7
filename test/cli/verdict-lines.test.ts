import { describe, expect, onTestFinished, test } from "vitest";

import { STEERING } from "../../src/base/steering.ts";
import { verdictLines } from "../../src/cli/verdict-lines.ts";
import { PLAIN_RUN } from "../../src/exercise/run.ts";
import { judge } from "../../src/exercise/verdict.ts";
import type { Verdict } from "../../src/exercise/verdict.ts";
import { messagesIn } from "../../src/locale/choose.ts";
import { adaptTo, USUAL_TRAITS } from "../../src/pages/terminal-traits.ts";
import type { JudgedJob } from "../../src/sandbox/exercise-runner.ts";

const STATS = { runs: 2, steps: 9, longest: 5 };
/** Clears the screen, and goes back to the beginning of the line. */
const STEERS = "\u001b[2J\r\u202e";

function linesOf(verdict: Verdict, said = "", sweep: JudgedJob["sweep"] = null): readonly string[] {
  const shown = { request: PLAIN_RUN, outcome: null, failure: null, steps: 1, events: [], said, hash: "" };
  return verdictLines({ verdict, shown, sweep, ms: 12.4 }, messagesIn("en"), 80);
}

function brokenPromise(finding: object): Verdict {
  const says = { zh: `${STEERS}每行一次。`, en: `${STEERS}Each row\n once.` };
  const check = { id: `${STEERS}once`, says, kind: "invariant", finding } as never;
  return judge({ type: "reported", checks: [check], stats: STATS }, null);
}

describe("a verdict in lines", () => {
  test("tells what came of the job, what it took and what it said", () => {
    const because = { zh: "没有检查点。", en: "No checkpoint." };
    const lines = linesOf(brokenPromise({ status: "inconclusive", because }), "one\ntwo");
    expect(lines.some((line) => line.includes("once  ") && line.endsWith("Each row once."))).toBe(true);
    expect(lines.some((line) => line.endsWith("No checkpoint."))).toBe(true);
    expect(lines.slice(-2)).toEqual(["  one", "  two"]);
  });

  test("tells first why the job failed, and then what that led to", () => {
    const failure =
      "JobException: Recovery is suppressed\n  caused by IllegalStateException: No key set. (job.ts:28:27)";
    const found = { status: "fail", expected: { failure: null }, actual: { failure }, counterexample: null };
    const lines = linesOf(brokenPromise(found)).map((line) => line.trim());
    const from = lines.indexOf("The job failed:");
    expect(lines.slice(from + 1, from + 3)).toEqual([
      "IllegalStateException: No key set. (job.ts:28:27)",
      "led to JobException: Recovery is suppressed",
    ]);
    expect(lines.join()).not.toContain("expected");
    const more = { ...found, actual: { failure, rows: 1 } };
    expect(linesOf(brokenPromise(more)).join()).toContain("expected");
  });

  test("draws its own signs in ASCII where the terminal has no others", () => {
    onTestFinished(() => adaptTo(USUAL_TRAITS));
    adaptTo({ ...USUAL_TRAITS, signs: "ascii" });
    const counterexample = { ...PLAIN_RUN, input: [1], variation: { parallelism: 2 } };
    const lines = linesOf(
      brokenPromise({ status: "fail", expected: [1, 2], actual: [2, 3], counterexample }),
    );
    expect(lines.join("\n")).toContain("nothing fails - parallelism=2");
    expect(lines.join("\n")).toMatch(/^[\n -~]*$/u);
  });

  test("tells which lines of a text have changed", () => {
    const found = {
      status: "fail",
      expected: "one\ntwo\nthree",
      actual: "one\n2\nthree",
      counterexample: null,
    };
    expect(linesOf(brokenPromise(found)).map((line) => line.trim())).toEqual(
      expect.arrayContaining(["one", "− two", "+ 2", "three"]),
    );
    expect(linesOf(brokenPromise({ ...found, actual: null })).join("\n")).toMatch(
      /− one\n.*− two\n.*− three/u,
    );
  });

  test("tells where a crash breaks the promise, a line a seed, if that was asked", () => {
    const broken = brokenPromise({ status: "fail", expected: [1], actual: [], counterexample: null });
    const seeds = [
      { seed: 0, steps: 9, violatedAt: [] },
      { seed: 1, steps: 8, violatedAt: [3, 4, 7] },
    ];
    const lines = linesOf(broken, "", seeds);
    const from = lines.indexOf("crash sweep: 1 of 2 seeds held, 19 runs");
    expect(lines.slice(from, from + 4)).toEqual([
      "crash sweep: 1 of 2 seeds held, 19 runs",
      "seed 0: held",
      "seed 1: violated at 3-4, 7",
      "",
    ]);
    expect(linesOf(broken).join()).not.toContain("crash sweep");
  });

  test.each<[string, Verdict]>([
    [
      "a promise and a reason",
      brokenPromise({ status: "inconclusive", because: { zh: "", en: `${STEERS}No\n checkpoint.` } }),
    ],
    [
      "values and a run",
      brokenPromise({
        status: "fail",
        expected: [`${STEERS}a`],
        actual: { [`${STEERS}b`]: `${STEERS}c` },
        counterexample: { ...PLAIN_RUN, input: [STEERS], variation: { [`${STEERS}d`]: `${STEERS}e` } },
      }),
    ],
    [
      "a check that took too long",
      { status: "timeout", limit: "wall", message: "", during: `${STEERS}once` },
    ],
    [
      "a fault",
      {
        status: "crash",
        fault: { file: `${STEERS}job.ts`, line: 1, column: 1, name: `${STEERS}Error`, message: STEERS },
      },
    ],
  ])("lets nothing steer the terminal: %s", (_, verdict) => {
    for (const line of linesOf(verdict, STEERS)) {
      expect(line).not.toMatch(STEERING);
      expect(line).not.toContain("\n");
    }
  });
});
