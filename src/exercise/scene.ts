import type { StreamExecutionEnvironment } from "../engine/api/stream-execution-environment.ts";
import type { SavepointRestoreSettings } from "../engine/runtime/cluster/job-configuration.ts";
import type { MiniCluster } from "../engine/runtime/cluster/mini-cluster.ts";
import type { RunRequest } from "./run.ts";

/**
 * What stands around the job of an exercise: what it is fed with, the systems outside, and what is observed of it. It is
 * the author's, runs beside the job, and knows nothing of checks. Input and outcome cross a border as JSON.
 */
export interface Scene<Job, Input, Outcome> {
  /** Returns what the job is fed with; another seed gives other data of the same kind. */
  readonly input: (seed: number) => readonly Input[];
  /** Sets the stage, runs the job on it, and returns what was observed. */
  readonly play: (stage: Stage<Job, Input>) => Outcome;
}

/** One run, as a scene is given it. */
export interface Stage<Job, Input> {
  readonly job: Job;
  readonly input: readonly Input[];
  /** What the checks vary, in the scene's own words. */
  readonly variation: RunRequest["variation"];
  /**
   * Runs what an environment describes, to its end. If the job fails for good, the checks are told so; the scene goes on
   * and observes what there is.
   */
  readonly execute: (env: StreamExecutionEnvironment) => MiniCluster;
  /** As `execute`, but only begins: the scene lets the cluster run, takes savepoints, and ends it. */
  readonly start: (env: StreamExecutionEnvironment, restoreFrom?: SavepointRestoreSettings) => MiniCluster;
}
