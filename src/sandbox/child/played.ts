import type { Budget } from "../../engine/runtime/cluster/budget.ts";
import type { Fault } from "../../exercise/fault.ts";
import type { Limit } from "../../exercise/run-end.ts";
import type { RunRequest, RunResult } from "../../exercise/run.ts";

/** One run to be played on the stage. */
export interface StagedRun {
  readonly request: RunRequest;
  readonly budget: Budget;
}

/** What came of it, as it crosses the border. */
export type Played =
  /** `said` is what the job has written to its console. */
  | { readonly type: "played"; readonly result: RunResult; readonly said: string }
  | { readonly type: "input"; readonly elements: readonly unknown[] }
  | { readonly type: "exceeded"; readonly limit: Limit; readonly message: string }
  | { readonly type: "threw"; readonly fault: Fault };
