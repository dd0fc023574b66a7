import { createJobGraph } from "../graph/job-graph-generator.ts";
import type { StreamGraph } from "../graph/stream-graph.ts";
import type { VirtualClock } from "../runtime/clock/virtual-clock.ts";
import type { JobConfiguration } from "../runtime/cluster/job-configuration.ts";
import { JobExecutionException, recoverySuppressed } from "../runtime/cluster/job-exceptions.ts";
import { MiniCluster } from "../runtime/cluster/mini-cluster.ts";
import type { RunOptions } from "../runtime/cluster/run-options.ts";
import { PhysicalPlan } from "../runtime/execution/physical-plan.ts";
import { explainFailure } from "../runtime/program/explain-failure.ts";
import { runnableOf } from "../runtime/program/runnable-transformation.ts";
import type { World } from "../world/world.ts";
import { LocalJob } from "./local/local-job.ts";

/** What is left of a job that has come to its end (Flink's class of the same name). */
export interface JobExecutionResult {
  readonly jobName: string;
  /** How long the job ran, in ms of virtual time. */
  readonly netRuntime: number;
  /** The steps that it took; 0 for a job that ran as one chain of calls. */
  readonly steps: number;
  /** How often subtasks have been restarted. */
  readonly restarts: number;
  readonly completedCheckpoints: number;
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
  const run = needsCluster(graph, settings) ? runOnCluster(graph, settings) : runLocally(graph, settings);
  return { jobName: configuration.jobName, netRuntime: clock.now() - start, ...run };
}

/**
 * One instance of everything, no checkpoints, no other attempt, nobody who watches or disturbs: one chain will do.
 */
function needsCluster(graph: StreamGraph, { configuration, options }: ExecutionSettings): boolean {
  if (isWatched(options)) return true;
  const isParallel = graph.nodes.some(({ parallelism }) => parallelism > 1);
  const isAligned = graph.nodes.some((node) => {
    const { factory } = runnableOf(node);
    return factory.inputs === 0 && factory.alignment !== null;
  });
  const takesTime = graph.nodes.some((node) => runnableOf(node).cost !== null);
  const isProtected =
    configuration.checkpointing.interval !== null ||
    configuration.restartStrategy !== null ||
    configuration.restoreFrom !== null;
  return isParallel || isAligned || takesTime || isProtected;
}

function isWatched(options: RunOptions): boolean {
  return (
    options.recorder !== null ||
    options.metrics !== null ||
    options.seed !== null ||
    options.exchange !== null ||
    options.faults.length > 0 ||
    Object.values(options.budget).some((limit) => limit !== Number.POSITIVE_INFINITY)
  );
}

type RunResult = Pick<JobExecutionResult, "steps" | "restarts" | "completedCheckpoints">;

function runLocally(graph: StreamGraph, { clock, configuration }: ExecutionSettings): RunResult {
  try {
    new LocalJob(graph, clock, configuration.handover).run();
  } catch (failure) {
    throw jobFailed(recoverySuppressed({ type: "none" }, explainFailure(failure)));
  }
  return { steps: 0, restarts: 0, completedCheckpoints: 0 };
}

function runOnCluster(
  graph: StreamGraph,
  { clock, world, configuration, options }: ExecutionSettings,
): RunResult {
  const plan = new PhysicalPlan(createJobGraph(graph, configuration.chaining));
  const cluster = new MiniCluster(plan, configuration, { clock, world }, options);
  cluster.start();
  cluster.runToEnd();
  if (cluster.status === "FAILED") throw jobFailed(cluster.failure);
  const { steps, numRestarts, checkpoints } = cluster;
  return { steps, restarts: numRestarts, completedCheckpoints: checkpoints.numCompleted };
}

function jobFailed(cause: unknown): JobExecutionException {
  return new JobExecutionException("Job execution failed.", { cause });
}
