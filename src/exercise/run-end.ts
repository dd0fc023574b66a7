import type { Budget } from "../engine/runtime/cluster/budget.ts";
import type { Fault } from "./fault.ts";
import type { CheckedPromise, RunStatistics } from "./run-checks.ts";

/** What a run may not exceed: the budget of the exercise, or what the machine gives a program of a stranger. */
export type Limit = keyof Budget | "wall" | "memory" | "output";

/** How it ended when the checks of an exercise were put to a job. */
export type RunEnd =
  | { readonly type: "reported"; readonly checks: readonly CheckedPromise[]; readonly stats: RunStatistics }
  /** A file is no program: it never ran. */
  | { readonly type: "rejected"; readonly fault: Fault }
  /** A file threw where no job may: while it was loaded, or while it described the job. */
  | { readonly type: "threw"; readonly fault: Fault }
  | { readonly type: "exceeded"; readonly limit: Limit; readonly message: string }
  /** The process is gone, nobody knows why. */
  | { readonly type: "died"; readonly message: string };
