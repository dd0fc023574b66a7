import type { Check, Effort, Finding } from "./checks/check.ts";
import { AUTHORS_DATA, fedWith, requestFor } from "./other-data.ts";
import { type CheckedPromise, runChecks, type RunStatistics } from "./run-checks.ts";
import type { Player } from "./run.ts";

/** How a job is put to the test. */
export interface Trial extends Effort {
  /** The seed of the data that the job is fed with: 1 is what an author sees. */
  readonly data: number;
}

/** What came of it. */
export interface TrialReport {
  readonly checks: readonly CheckedPromise[];
  readonly stats: RunStatistics;
}

/** Effort for the second look: it is only there for jobs that know their input by heart. */
const SECOND_LOOK: Effort = { seeds: 1 };

/**
 * Puts every promise to the test; a job that keeps them all is fed with other data of the same kind once more, for what
 * it puts out could be copied from what it was expected to. A check with a known output is for the author's data.
 */
export function putToTheTest(checks: readonly Check[], player: Player, { seeds, data }: Trial): TrialReport {
  const invariants = checks.filter(({ kind }) => kind === "invariant");
  const known = data === AUTHORS_DATA ? checks : invariants;
  const first = runWithData(known, player, { seeds, data });
  if (first.checks.some(({ finding }) => finding.status !== "pass")) return first;
  const second = runWithData(invariants, player, { ...SECOND_LOOK, data: data + 1 });
  const broken = new Map(
    second.checks.filter(({ finding }) => finding.status === "fail").map((each) => [each.id, each]),
  );
  return {
    checks: first.checks.map((each) => broken.get(each.id) ?? each),
    stats: {
      runs: first.stats.runs + second.stats.runs,
      steps: first.stats.steps + second.stats.steps,
      longest: Math.max(first.stats.longest, second.stats.longest),
    },
  };
}

/** Runs checks that were written for the author's data with other data; counterexamples name the data that were played. */
function runWithData(checks: readonly Check[], player: Player, { seeds, data }: Trial): TrialReport {
  const { checks: checked, stats } = runChecks(checks, fedWith(player, data), { seeds });
  return {
    checks: checked.map((each) => ({ ...each, finding: asPlayed(each.finding, data) })),
    stats,
  };
}

function asPlayed(finding: Finding, data: number): Finding {
  if (finding.status !== "fail" || finding.counterexample === null) return finding;
  return {
    ...finding,
    counterexample: { ...finding.counterexample, ...requestFor(finding.counterexample, data) },
  };
}
