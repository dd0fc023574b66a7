import type { Budget } from "../engine/runtime/cluster/budget.ts";
import type { SweptSeed } from "../engine/runtime/sweep/swept-seed.ts";
import type { Trial } from "../exercise/put-to-the-test.ts";
import type { RunEnd } from "../exercise/run-end.ts";
import type { RunRequest } from "../exercise/run.ts";
import type { PromiseSweep } from "../exercise/sweep-promise.ts";
import type { Played } from "./child/played.ts";

/**
 * What checks are answered with: what each run comes to, or, to see whether they can be fooled by what was copied, what
 * the first one came to.
 */
export type Answers = "played" | "copied";

/** What the parent tells the child. */
export type Order =
  /** Comes first: what stands around the jobs. */
  | { readonly type: "prepare"; readonly scene: string; readonly check: string; readonly budget: Budget }
  /** Puts the checks to a job, to have the engine compiled by the time that it counts. */
  | { readonly type: "warm"; readonly job: string }
  /** Puts the checks to a job. */
  | { readonly type: "judge"; readonly job: string; readonly trial: Trial; readonly answers: Answers }
  /** Plays a job once. */
  | { readonly type: "play"; readonly job: string; readonly request: RunRequest }
  /** Crashes a job before each of its steps. */
  | { readonly type: "sweep"; readonly job: string; readonly sweep: PromiseSweep };

/**
 * The line on which an order is given. Each line of its answer begins with its token and a space: only the two ends of
 * the channel know it, and no program that the child runs.
 */
export interface OrderLine {
  readonly token: string;
  readonly order: Order;
}

/** What the child answers, a line each: the token, and JSON. */
export type Answer =
  /** The child can be given a job. */
  | { readonly type: "ready" }
  /** The job is being judged from now on. */
  | { readonly type: "begun" }
  /** A check begins. */
  | { readonly type: "check"; readonly id: string }
  | { readonly type: "end"; readonly end: RunEnd }
  | { readonly type: "shown"; readonly request: RunRequest; readonly played: Played }
  /** `null`: no check can tell, or the job can't be played. */
  | { readonly type: "swept"; readonly seeds: readonly SweptSeed[] | null };
