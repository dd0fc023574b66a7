import type { Check, Effort, Finding } from "./checks/check.ts";
import { withNaNAsText } from "./json.ts";
import type { Player } from "./run.ts";

/** A check, and what it has found. */
export interface CheckedPromise extends Pick<Check, "id" | "says" | "kind"> {
  readonly finding: Finding;
  /** Whether it can be shown what comes of a crash before each step: see `sweepPromise`. */
  readonly sweep?: "possible";
}

/** What all checks together took. */
export interface RunStatistics {
  readonly runs: number;
  /** The steps of all runs. */
  readonly steps: number;
  /** The steps of the run that took most. */
  readonly longest: number;
}

/**
 * Puts every promise to the test, in the order in which the author tells them. Throws a TypeError for a check that finds
 * something else than a finding: a slip of its author lets nobody through.
 */
export function runChecks(
  checks: readonly Check[],
  player: Player,
  effort: Effort,
): { readonly checks: readonly CheckedPromise[]; readonly stats: RunStatistics } {
  let [runs, steps, longest] = [0, 0, 0];
  const counting: Player = {
    input: player.input,
    play: (request) => {
      const result = player.play(request);
      runs += 1;
      steps += result.steps;
      longest = Math.max(longest, result.steps);
      return result;
    },
  };
  const checked = checks.map(({ id, says, kind, run, sweep }) => ({
    id,
    says,
    kind,
    finding: known(id, run(counting, effort)),
    ...(sweep === undefined ? {} : { sweep: "possible" as const }),
  }));
  return { checks: checked, stats: { runs, steps, longest } };
}

const STATUSES: ReadonlySet<string> = new Set<Finding["status"]>(["pass", "fail", "inconclusive"]);

// Checks are programs of others: their types are gone by the time that they run.
function known(id: string, finding: Finding | null | undefined): Finding {
  // What is made of a NaN of the job may be one again.
  if (finding && STATUSES.has(finding.status)) return withNaNAsText(finding) as Finding;
  throw new TypeError(`the check ${id} must find pass, fail or inconclusive`);
}
