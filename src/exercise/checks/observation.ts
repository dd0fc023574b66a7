import type { Json } from "../json.ts";
import type { RunResult } from "../run.ts";

/** Says what counts of a run: of what its scene has observed, and of the run itself. */
export type Observation<Outcome> = (outcome: Outcome, result: RunResult) => Json;

/** Returns what counts of a run; of a job that failed for good, why. Checks know the type of what crossed the border. */
export function observe<Outcome>(result: RunResult, observation: Observation<Outcome>): Json {
  if (result.failure !== null) return { failure: result.failure };
  return observation(result.outcome as Outcome, result);
}
