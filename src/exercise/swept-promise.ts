import type { Json } from "./json.ts";
import type { CheckedPromise } from "./run-checks.ts";
import type { RunRequest } from "./run.ts";
import type { Verdict } from "./verdict.ts";

/** A promise of which it can be shown what comes of a crash before each step. */
export interface SweptPromise extends Pick<CheckedPromise, "id" | "says"> {
  /** The smallest run that breaks it; `null` if it is kept. */
  readonly broken: { readonly request: RunRequest; readonly expected: Json; readonly actual: Json } | null;
}

/**
 * Returns the promise of a verdict whose crash sweep is worth a look: the first one that a crash breaks, or, where all
 * are kept, the first that speaks of crashes; `null` if there is none.
 */
export function sweptPromise(verdict: Verdict): SweptPromise | null {
  if (verdict.status !== "pass" && verdict.status !== "fail") return null;
  for (const check of verdict.checks) {
    if (check.sweep !== "possible") continue;
    const { id, says, finding } = check;
    if (verdict.status === "pass") return { id, says, broken: null };
    if (finding.status !== "fail" || finding.counterexample === null) continue;
    const { expected, actual, counterexample: request } = finding;
    if (request.faults.length > 0) return { id, says, broken: { request, expected, actual } };
  }
  return null;
}
