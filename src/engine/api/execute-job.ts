import { createJobGraph } from "../graph/job-graph-generator.ts";
import type { StreamGraph } from "../graph/stream-graph.ts";
import type { VirtualClock } from "../runtime/clock/virtual-clock.ts";
import type { JobConfiguration } from "../runtime/cluster/job-configuration.ts";
import { JobExecutionException, recoverySuppressed } from "../runtime/cluster/job-exceptions.ts";
import { MiniCluster } from "../runtime/cluster/mini-cluster.ts";
import type { RunOptions } from "../runtime/cluster/run-options.ts";
import { PhysicalPlan } from "../runtime/execution/physical-plan.ts";
import { runnableOf } from "../runtime/program/runnable-transformation.ts";
import type { World } from "../world/world.ts";
import { LocalJob } from "./local/local-job.ts";

/** What is left of a job that has come to its end (Flink's class of the same name). */
export interface JobExecutionResult {
  readonly jobName: string;
  /** How long the job ran, in ms of virtual time. */
  readonly netRuntime: number;
}

/** What a run stands on. */
export interface ExecutionSettings {
  readonly clock: VirtualClock;
  readonly world: World;
  readonly configuration: JobConfiguration;
  readonly options: RunOptions;
}

/**
 * Runs a job to its end: on a cluster or, where nobody could tell the difference, as one chain of calls. Throws a
 * JobExecutionException if the job fails for good; what a function threw is among its causes.
 */
export function executeJob(graph: StreamGraph, settings: ExecutionSettings): JobExecutionResult {
  const { clock, configuration } = settings;
  const start = clock.now();
  if (needsCluster(graph, settings)) runOnCluster(graph, settings);
  else runLocally(graph, settings);
  return { jobName: configuration.jobName, netRuntime: clock.now() - start };
}

/**
 * One instance of everything, no checkpoints, no other attempt, nobody who watches or disturbs: one chain will do.
 */
function needsCluster(graph: StreamGraph, { configuration, options }: ExecutionSettings): boolean {
  const isParallel = graph.nodes.some(({ parallelism }) => parallelism > 1);
  const takesTime = graph.nodes.some((node) => runnableOf(node).cost !== null);
  const isProtected =
    configuration.checkpointing.interval !== null ||
    configuration.restartStrategy !== null ||
    configuration.restoreFrom !== null;
  const isWatched =
    options.recorder !== null ||
    options.seed !== null ||
    options.exchange !== null ||
    options.faults.length > 0 ||
    Object.values(options.budget).some((limit) => limit !== Number.POSITIVE_INFINITY);
  return isParallel || takesTime || isProtected || isWatched;
}

function runLocally(graph: StreamGraph, { clock, configuration }: ExecutionSettings): void {
  try {
    new LocalJob(graph, clock, configuration.handover).run();
  } catch (failure) {
    throw jobFailed(recoverySuppressed({ type: "none" }, failure));
  }
}

function runOnCluster(graph: StreamGraph, { clock, world, configuration, options }: ExecutionSettings): void {
  const plan = new PhysicalPlan(createJobGraph(graph, configuration.chaining));
  const cluster = new MiniCluster(plan, configuration, { clock, world }, options);
  cluster.start();
  cluster.runToEnd();
  if (cluster.status === "FAILED") throw jobFailed(cluster.failure);
}

function jobFailed(cause: unknown): JobExecutionException {
  return new JobExecutionException("Job execution failed.", { cause });
}
