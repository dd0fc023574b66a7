import { describe, expect, test } from "vitest";

import { PLAIN_RUN } from "../../src/exercise/run.ts";
import { answerIn } from "../../src/sandbox/answer-in.ts";

const SAYS = { zh: "每行一次。", en: "Each row once." };
const STATS = { runs: 1, steps: 3, longest: 3 };
const FAULT = { file: "job.ts", line: 3, column: null, name: "Error", message: "no" };

function reportOf(finding: unknown, check: object = {}): object {
  const checked = { id: "once", says: SAYS, kind: "invariant", finding, ...check };
  return { type: "end", end: { type: "reported", checks: [checked], stats: STATS } };
}

function playedWith(result: object): object {
  const whole = { outcome: 1, failure: null, steps: 3, input: [1], trace: [{ type: "x", step: 0 }] };
  return {
    type: "shown",
    request: PLAIN_RUN,
    played: { type: "played", said: "", result: { ...whole, ...result } },
  };
}

const failed = (counterexample: unknown): object => ({
  status: "fail",
  expected: 1,
  actual: null,
  counterexample,
});

describe("an answer of a child", () => {
  test.each<[string, object]>([
    ["that it is ready", { type: "ready" }],
    ["that a check begins", { type: "check", id: "once" }],
    ["a promise that is kept", reportOf({ status: "pass" })],
    ["a promise that is broken", reportOf(failed(null))],
    [
      "a run that shows it",
      reportOf(
        failed({
          ...PLAIN_RUN,
          input: [1],
          faults: [{ type: "fail-task", at: { call: 2, moment: "after" } }],
        }),
      ),
    ],
    ["runs that show nothing", reportOf({ status: "inconclusive", because: SAYS })],
    ["a file that threw", { type: "end", end: { type: "threw", fault: FAULT } }],
    ["a limit that was exceeded", { type: "end", end: { type: "exceeded", limit: "steps", message: "" } }],
    ["a run", playedWith({})],
    ["a promise that can be swept", reportOf({ status: "pass" }, { sweep: "possible" })],
    ["a sweep", { type: "swept", seeds: [{ seed: 0, steps: 3, violatedAt: [1, 3] }] }],
    ["a sweep that came to nothing", { type: "swept", seeds: null }],
  ])("is %s", (_, answer) => {
    expect(answerIn(JSON.stringify(answer))).toEqual(answer);
  });

  test.each<[string, unknown]>([
    ["text", "pass"],
    ["an unknown type", { type: "passed" }],
    ["a check without a name", { type: "check" }],
    ["a status that nobody knows", reportOf({ status: "passed" })],
    ["a finding without a status", reportOf({})],
    ["a failure without what was expected", reportOf({ status: "fail", actual: 1, counterexample: null })],
    ["a failure that nothing shows", reportOf({ status: "fail", expected: 1, actual: 2 })],
    ["a run of no known form", reportOf(failed({ ...PLAIN_RUN, input: "all" }))],
    [
      "a fault of no known kind",
      reportOf(failed({ ...PLAIN_RUN, faults: [{ type: "burn", at: { step: 1 } }] })),
    ],
    ["a fault at no time", reportOf(failed({ ...PLAIN_RUN, faults: [{ type: "fail-task", at: {} }] }))],
    ["a reason in one language", reportOf({ status: "inconclusive", because: { en: "no" } })],
    ["a promise in no words", reportOf({ status: "pass" }, { says: { zh: "", en: 1 } })],
    ["a promise of no kind", reportOf({ status: "pass" }, { kind: "wish" })],
    ["an end that only we can tell", { type: "end", end: { type: "died", message: "" } }],
    ["a limit that nobody knows", { type: "end", end: { type: "exceeded", limit: "luck", message: "" } }],
    [
      "a fault at a line that is none",
      { type: "end", end: { type: "threw", fault: { ...FAULT, line: "3" } } },
    ],
    ["a run without elements", playedWith({ input: 1 })],
    ["a trace of something else", playedWith({ trace: ["x"] })],
    ["a promise that can be something else", reportOf({ status: "pass" }, { sweep: "yes" })],
    ["a sweep of half a step", { type: "swept", seeds: [{ seed: 0, steps: 2.5, violatedAt: [] }] }],
    ["a sweep without its steps", { type: "swept", seeds: [{ seed: 0, steps: 2 }] }],
    [
      "a sweep with violations in words",
      { type: "swept", seeds: [{ seed: 0, steps: 2, violatedAt: ["1"] }] },
    ],
    [
      "a sweep of seeds without end",
      {
        type: "swept",
        seeds: Array.from({ length: 101 }, (_, seed) => ({ seed, steps: 1, violatedAt: [] })),
      },
    ],
  ])("isn't %s", (_, answer) => {
    expect(answerIn(JSON.stringify(answer))).toBeNull();
  });

  test("isn't half a line", () => {
    expect(answerIn('{"type":"end","end":{')).toBeNull();
  });
});
