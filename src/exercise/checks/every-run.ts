import { shrinkInput } from "../../engine/runtime/sweep/shrink-input.ts";
import { ShrinkLimit } from "../../engine/runtime/sweep/shrink-limit.ts";
import type { Json } from "../json.ts";
import type { RunRequest, RunResult } from "../run.ts";
import { PLAIN_RUN } from "../run.ts";
import { TOO_FEW_RUNS } from "./check-words.ts";
import type { Check, Effort, Finding } from "./check.ts";
import { PASS } from "./check.ts";

/** How a run breaks a promise. */
export interface Breach {
  readonly expected: Json;
  readonly actual: Json;
}

/** What must hold in each of some runs. */
export interface EveryRun<Outcome, Input> extends Pick<Check, "id" | "says"> {
  readonly requests: (effort: Effort) => readonly Partial<RunRequest>[];
  /** Returns how a run breaks the promise; `null` if it keeps it. A job that failed for good breaks every promise. */
  readonly breach: (outcome: Outcome, input: readonly Input[], result: RunResult) => Breach | null;
  /** What a counterexample is fed with: as little as shows it (default), or all of it, where the load is the point. */
  readonly counterexample?: "least-input" | "whole-input";
}

/** Returns the check that each of some runs keeps a promise. */
export function everyRun<Outcome, Input>(promise: EveryRun<Outcome, Input>): Check {
  const { id, says, requests, breach, counterexample = "least-input" } = promise;
  return {
    id,
    says,
    kind: "invariant",
    run: (player, effort): Finding => {
      const differences = requests(effort);
      if (differences.length === 0) return { status: "inconclusive", because: TOO_FEW_RUNS };
      for (const difference of differences) {
        const request = { ...PLAIN_RUN, ...difference };
        const limit = new ShrinkLimit();
        const search = (input: readonly Json[]): Breach | null => {
          const result = player.play({ ...request, input });
          limit.count(result.steps);
          if (result.failure !== null)
            return { expected: { failure: null }, actual: { failure: result.failure } };
          return breach(result.outcome as Outcome, input as readonly Input[], result);
        };
        const whole = player.input(request);
        const first = search(whole);
        if (first === null) continue;
        if (counterexample === "whole-input") return { status: "fail", ...first, counterexample: request };
        const { input, found } = shrinkInput(whole, first, { search, limit });
        return { status: "fail", ...found, counterexample: { ...request, input } };
      }
      return PASS;
    },
  };
}
