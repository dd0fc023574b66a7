import type { Check, Effort, Finding } from "./checks/check.ts";
import type { Player } from "./run.ts";

/** A check, and what it has found. */
export interface CheckedPromise extends Pick<Check, "id" | "says" | "kind"> {
  readonly finding: Finding;
}

/** What all checks together took. */
export interface RunStatistics {
  readonly runs: number;
  /** The steps of all runs. */
  readonly steps: number;
  /** The steps of the run that took most. */
  readonly longest: number;
}

/** Puts every promise to the test, in the order in which the author tells them. */
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
  const checked = checks.map(({ id, says, kind, run }) => ({
    id,
    says,
    kind,
    finding: run(counting, effort),
  }));
  return { checks: checked, stats: { runs, steps, longest } };
}
