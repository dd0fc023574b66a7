import type { Json } from "../../src/exercise/json.ts";
import type { Player, RunRequest, RunResult } from "../../src/exercise/run.ts";

/** Returns who plays a "job" that is a function of what it is fed with; a seed of data gives itself and the next number. */
export function playerOf(
  job: (input: readonly Json[], request: Partial<RunRequest>) => Partial<RunResult>,
): Player {
  const input = ({ input: fed = 1 }: Partial<RunRequest>): readonly Json[] =>
    typeof fed === "number" ? [fed, fed + 1] : fed;
  return {
    input,
    play: (request) => ({
      outcome: null,
      failure: null,
      steps: 3,
      completedCheckpoints: 1,
      metrics: [],
      input: [],
      trace: [],
      ...job(input(request), request),
    }),
  };
}
