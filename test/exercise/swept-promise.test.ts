import { describe, expect, test } from "vitest";

import type { Finding } from "../../src/exercise/checks/check.ts";
import type { CheckedPromise } from "../../src/exercise/run-checks.ts";
import { PLAIN_RUN, type RunRequest } from "../../src/exercise/run.ts";
import { sweptPromise } from "../../src/exercise/swept-promise.ts";
import { judge, type Verdict } from "../../src/exercise/verdict.ts";

const STATS = { runs: 1, steps: 3, longest: 3 };
const CRASH: RunRequest = { ...PLAIN_RUN, input: [1], faults: [{ type: "fail-task", at: { step: 2 } }] };
const says = { zh: "", en: "" };

function check(id: string, finding: Finding, sweep?: "possible"): CheckedPromise {
  return { id, says, kind: "invariant", finding, ...(sweep === undefined ? {} : { sweep }) };
}

function broken(counterexample: RunRequest | null): Finding {
  return { status: "fail", expected: [1], actual: [1, 1], counterexample };
}

function verdictOf(...checks: readonly CheckedPromise[]): Verdict {
  return judge({ type: "reported", checks, stats: STATS }, null);
}

const kept: Finding = { status: "pass" };

describe("the promise that is swept", () => {
  test("is the first one that a crash breaks, with the smallest run that shows it", () => {
    const verdict = verdictOf(
      check("calm", broken(PLAIN_RUN)),
      check("kept", kept, "possible"),
      check("undisturbed", broken(PLAIN_RUN), "possible"),
      check("crashed", broken(CRASH), "possible"),
      check("later", broken(CRASH), "possible"),
    );
    expect(sweptPromise(verdict)).toEqual({
      id: "crashed",
      says,
      broken: { request: CRASH, expected: [1], actual: [1, 1] },
    });
  });

  test("is the first that speaks of crashes where all are kept", () => {
    const verdict = verdictOf(check("calm", kept), check("once", kept, "possible"));
    expect(sweptPromise(verdict)).toEqual({ id: "once", says, broken: null });
  });

  test.each<[string, Verdict]>([
    [
      "no crash breaks anything",
      verdictOf(check("calm", broken(PLAIN_RUN)), check("once", kept, "possible")),
    ],
    ["the check that crashes can't sweep", verdictOf(check("own", broken(CRASH)))],
    ["nothing was run", verdictOf(check("locked", broken(null)))],
    ["no promise speaks of crashes", verdictOf(check("calm", kept))],
    [
      "the runs prove nothing",
      verdictOf(check("calm", { status: "inconclusive", because: says }), check("once", kept, "possible")),
    ],
    ["the job doesn't end", { status: "timeout", limit: "wall", message: "", during: null }],
  ])("isn't there where %s", (_, verdict) => {
    expect(sweptPromise(verdict)).toBeNull();
  });
});
