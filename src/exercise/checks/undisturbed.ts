import type { Player, RunRequest } from "../run.ts";
import type { Finding } from "./check.ts";

/** Returns what there is to say of a job that fails for good where nothing goes wrong; `null` of any other. */
export function undisturbedFailure(player: Player, request: RunRequest): Finding | null {
  const { failure } = player.play(request);
  return failure === null ? null : failedUndisturbed(failure, request);
}

/** Returns the finding of a job that has failed for good in a run in which nothing went wrong. */
export function failedUndisturbed(failure: string, request: RunRequest): Finding {
  return { status: "fail", expected: { failure: null }, actual: { failure }, counterexample: request };
}
