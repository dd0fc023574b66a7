import type { Bilingual } from "../base/lang.ts";
import { unreachable } from "../base/never.ts";
import type { Fault } from "./fault.ts";
import type { Json } from "./json.ts";
import { lockedChange } from "./locked-regions.ts";
import type { CheckedPromise, RunStatistics } from "./run-checks.ts";
import type { Limit, RunEnd } from "./run-end.ts";
import type { RunRequest } from "./run.ts";

/** What a learner's job is worth. */
export type Verdict =
  /** Every promise was put to the test. */
  | {
      readonly status: "pass" | "fail" | "inconclusive";
      readonly checks: readonly CheckedPromise[];
      readonly stats: RunStatistics;
    }
  /** The job exceeds a limit; `during` is the check that it was in. */
  | {
      readonly status: "timeout";
      readonly limit: Limit;
      readonly message: string;
      readonly during: string | null;
    }
  | { readonly status: "compile"; readonly fault: Fault }
  | { readonly status: "crash"; readonly fault: Fault };

/** The id of the promise that every exercise makes first: what is locked stays. */
export const LOCKED_CHECK = "locked";

const LOCKED_SAYS: Bilingual = {
  zh: "锁定区域（@locked 与 @end 之间）保持原样。",
  en: "What stands between @locked and @end is as it was.",
};

/** What V8 says when there is no memory for the bytes of an array. */
const NO_MEMORY = /Array buffer allocation failed|Invalid array buffer length|Invalid string length/u;

/** Decides what a job is worth from how its checks have ended; `during` is the check that was begun last. */
export function judge(end: RunEnd, during: string | null): Verdict {
  switch (end.type) {
    case "reported":
      return { status: statusOf(end.checks), checks: end.checks, stats: end.stats };
    case "rejected":
      return { status: "compile", fault: end.fault };
    case "threw":
      return NO_MEMORY.test(end.fault.message)
        ? { status: "timeout", limit: "memory", message: end.fault.message, during }
        : { status: "crash", fault: end.fault };
    case "exceeded":
      return { status: "timeout", limit: end.limit, message: end.message, during };
    case "died":
      return {
        status: "crash",
        fault: { file: "job.ts", line: null, column: null, name: "Error", message: end.message },
      };
    default:
      return unreachable(end);
  }
}

/** Returns the verdict on a text that changes what is locked; `null` if it doesn't, and is to be run. */
export function judgeUnrun(original: string, text: string): Verdict | null {
  const change = lockedChange(original, text);
  if (change === null) return null;
  const finding = {
    status: "fail",
    expected: change.expected.text.trim(),
    actual: change.actual?.text.trim() ?? null,
    counterexample: null,
  } as const;
  return {
    status: "fail",
    checks: [{ id: LOCKED_CHECK, says: LOCKED_SAYS, kind: "invariant", finding }],
    stats: { runs: 0, steps: 0, longest: 0 },
  };
}

/** Returns the ids of the promises that a job breaks, in the order in which they are told. */
export function failingChecks(verdict: Verdict): readonly string[] {
  if (!("checks" in verdict)) return [];
  return verdict.checks.filter(({ finding }) => finding.status === "fail").map(({ id }) => id);
}

/** Returns the run that shows best why a verdict is what it is; `null` if none does: the plain run tells as much. */
export function counterexampleOf(verdict: Verdict): RunRequest | null {
  if (!("checks" in verdict)) return null;
  for (const { finding } of verdict.checks) if (finding.status === "fail") return finding.counterexample;
  return null;
}

/** Returns what tells a wrong fix from another: the promises that it breaks, and how. */
export function signatureOf(verdict: Verdict): Json {
  if (!("checks" in verdict)) return verdict.status;
  return verdict.checks.map(({ id, finding }) =>
    finding.status === "fail"
      ? { id, expected: finding.expected, actual: finding.actual }
      : { id, status: finding.status },
  );
}

function statusOf(checks: readonly CheckedPromise[]): "pass" | "fail" | "inconclusive" {
  if (checks.some(({ finding }) => finding.status === "fail")) return "fail";
  const isProven = checks.length > 0 && checks.every(({ finding }) => finding.status === "pass");
  return isProven ? "pass" : "inconclusive";
}
