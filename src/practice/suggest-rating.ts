import { MINUTE } from "../base/day.ts";
import type { Rating } from "../schedule/memory.ts";
import { RATINGS } from "../schedule/memory.ts";

/** What an attempt at an exercise shows: all of it is measured, nothing is said by the learner. */
export interface Evidence {
  /** `revealed`: the learner gave up and was shown a solution. */
  readonly end: "passed" | "revealed";
  /** Milliseconds of work: each pause counts for twice the par at most. */
  readonly ms: number;
  /** What somebody who knows the subject takes, in minutes. */
  readonly par: number;
  /** Rungs of the ladder of hints that were taken. */
  readonly hints: number;
  /** Runs whose verdict was no pass. */
  readonly failingRuns: number;
}

/** Returns the rating that an attempt speaks for. A learner may lower it, never raise it. */
export function suggestRating({ end, ms, par, hints, failingRuns }: Evidence): Rating {
  const pars = ms / (par * MINUTE);
  if (end === "revealed" || pars > 3) return "again";
  if (hints >= 3 || pars > 2 || failingRuns > 6) return "hard";
  return hints === 0 && pars <= 1 && failingRuns <= 1 ? "easy" : "good";
}

/** Returns the ratings that a learner may give: the suggested one, and all below it. */
export function ratingsUpTo(suggested: Rating): readonly Rating[] {
  return RATINGS.slice(0, RATINGS.indexOf(suggested) + 1);
}
