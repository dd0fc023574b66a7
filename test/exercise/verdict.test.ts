import { describe, expect, test } from "vitest";

import type { Finding } from "../../src/exercise/checks/check.ts";
import type { CheckedPromise } from "../../src/exercise/run-checks.ts";
import type { RunEnd } from "../../src/exercise/run-end.ts";
import { PLAIN_RUN } from "../../src/exercise/run.ts";
import {
  counterexampleOf,
  failingChecks,
  judge,
  judgeUnrun,
  signatureOf,
} from "../../src/exercise/verdict.ts";

const PASSED: Finding = { status: "pass" };
const BROKEN: Finding = {
  status: "fail",
  expected: [1],
  actual: [1, 1],
  counterexample: { ...PLAIN_RUN, seed: 4 },
};
const UNPROVEN: Finding = { status: "inconclusive", because: { zh: "无", en: "no" } };

function reported(...findings: readonly Finding[]): RunEnd {
  const checks = findings.map(
    (finding, index): CheckedPromise => ({
      id: `c${index}`,
      says: { zh: "", en: "" },
      kind: "invariant",
      finding,
    }),
  );
  return { type: "reported", checks, stats: { runs: 1, steps: 1, longest: 1 } };
}

describe("the verdict on a job", () => {
  test.each([
    [[PASSED, PASSED], "pass"],
    [[PASSED, BROKEN], "fail"],
    [[UNPROVEN, BROKEN], "fail"],
    [[PASSED, UNPROVEN], "inconclusive"],
    [[], "inconclusive"],
  ] as const)("follows from its checks", (findings, status) => {
    expect(judge(reported(...findings), null).status).toBe(status);
  });

  test("is no pass for a finding that nobody knows", () => {
    const unheard = { status: "passed" } as unknown as Finding;
    expect(judge(reported(PASSED, unheard), null).status).toBe("inconclusive");
  });

  test("names the promises that are broken, and the first run that shows one", () => {
    const verdict = judge(reported(PASSED, BROKEN, BROKEN), null);
    expect(failingChecks(verdict)).toEqual(["c1", "c2"]);
    expect(counterexampleOf(verdict)).toMatchObject({ seed: 4 });
  });

  test("names the limit that a runaway exceeds, and the check that it was in", () => {
    expect(judge({ type: "exceeded", limit: "steps", message: "too many" }, "c1")).toMatchObject({
      status: "timeout",
      limit: "steps",
      during: "c1",
    });
  });

  test("takes an allocation that fails for too much memory", () => {
    const fault = {
      file: "job.ts",
      line: 1,
      column: 1,
      name: "RangeError",
      message: "Array buffer allocation failed",
    };
    expect(judge({ type: "threw", fault }, null)).toMatchObject({ status: "timeout", limit: "memory" });
    expect(judge({ type: "threw", fault: { ...fault, message: "no" } }, null).status).toBe("crash");
  });

  test("tells a file that is no program from one that crashes", () => {
    const fault = { file: "job.ts", line: 3, column: 1, name: "SyntaxError", message: "no" };
    expect(judge({ type: "rejected", fault }, null)).toEqual({ status: "compile", fault });
    expect(judge({ type: "died", message: "SIGSEGV" }, null)).toMatchObject({
      status: "crash",
      fault: { line: null, message: "SIGSEGV" },
    });
  });
});

describe("the signature of a wrong fix", () => {
  test("is the same for the same broken promises, whatever shows them", () => {
    const other: Finding = { ...BROKEN, counterexample: { ...PLAIN_RUN, seed: 2 } };
    expect(signatureOf(judge(reported(BROKEN), null))).toEqual(signatureOf(judge(reported(other), null)));
  });

  test("differs where another promise is broken, or in another way", () => {
    const signatures = [
      reported(BROKEN, PASSED),
      reported(PASSED, BROKEN),
      reported({ ...BROKEN, actual: [] }, PASSED),
    ].map((end) => JSON.stringify(signatureOf(judge(end, null))));
    expect(new Set(signatures).size).toBe(3);
  });
});

describe("a job that is never run", () => {
  const original = "/* @locked */\nexport interface Row {\n  id: string;\n}\n/* @end */\nwork();\n";

  test("changes what is locked", () => {
    const verdict = judgeUnrun(original, original.replace("string", "number"));
    expect(verdict).toMatchObject({
      status: "fail",
      checks: [{ id: "locked", finding: { status: "fail" } }],
    });
  });

  test("isn't one whose white space a formatter has moved", () => {
    expect(judgeUnrun(original, original.replace("{\n  id: string;\n}", "{ id: string }"))).toBeNull();
    expect(judgeUnrun(original, original.replace("work();", "play();"))).toBeNull();
  });
});
