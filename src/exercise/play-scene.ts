import type { StreamExecutionEnvironment } from "../engine/api/stream-execution-environment.ts";
import { createJobGraph } from "../engine/graph/job-graph-generator.ts";
import type { Budget } from "../engine/runtime/cluster/budget.ts";
import type { SavepointRestoreSettings } from "../engine/runtime/cluster/job-configuration.ts";
import { MiniCluster } from "../engine/runtime/cluster/mini-cluster.ts";
import type { RunOptions } from "../engine/runtime/cluster/run-options.ts";
import { DEFAULT_RUN_OPTIONS } from "../engine/runtime/cluster/run-options.ts";
import { PhysicalPlan } from "../engine/runtime/execution/physical-plan.ts";
import { MetricsRecorder } from "../engine/runtime/metrics/metrics-recorder.ts";
import { TraceRecorder } from "../engine/trace/trace-recorder.ts";
import { placeInStack } from "./fault.ts";
import { type Json, jsonText, tellable, valueOfJson, withNaNAsText } from "./json.ts";
import type { RunRequest, RunResult } from "./run.ts";
import type { Scene, Stage } from "./scene.ts";

/**
 * Plays a job in its scene once. What the job throws while it is described is thrown on, and so is a
 * BudgetExceededException of a run that takes too much.
 */
export function playScene<Job, Input, Outcome>(
  scene: Scene<Job, Input, Outcome>,
  job: Job,
  request: RunRequest,
  budget: Budget,
): RunResult<Outcome> {
  const clusters: MiniCluster[] = [];
  const recorder = request.watch === "trace" ? new TraceRecorder() : null;
  const { seed, faults } = request;
  const options = { ...DEFAULT_RUN_OPTIONS, seed, faults, budget, recorder };
  const recorders: MetricsRecorder[] = [];
  const start: Stage<Job, Input>["start"] = (env, restoreFrom) => {
    const metrics = request.watch === "metrics" ? new MetricsRecorder() : null;
    if (metrics !== null) recorders.push(metrics);
    const cluster = clusterFor(env, { ...options, metrics }, restoreFrom);
    clusters.push(cluster);
    cluster.start();
    return cluster;
  };
  const execute: Stage<Job, Input>["execute"] = (env) => {
    const cluster = start(env);
    cluster.runToEnd();
    return cluster;
  };
  const input = inputOf(scene, request);
  // A scene may change what it is given: what is told was put down before.
  const fed = recorder === null ? [] : (valueOfJson(jsonText(input)) as readonly Json[]);
  const outcome = scene.play({ job, input, variation: request.variation, execute, start });
  return {
    outcome: withNaNAsText(outcome) as Outcome,
    failure: failureOf(clusters),
    steps: sumOf(clusters, ({ steps }) => steps),
    completedCheckpoints: sumOf(clusters, ({ checkpoints }) => checkpoints.numCompleted),
    metrics: recorders.map((each) => each.report()),
    input: fed,
    // What a job keeps may be a Map: the picture shows what is in it.
    trace: tellable(recorder?.events ?? []) as RunResult["trace"],
  };
}

/** Returns what a run is fed with. A check that asks for certain elements got them from the scene. */
function inputOf<Job, Input, Outcome>(
  scene: Scene<Job, Input, Outcome>,
  { input }: RunRequest,
): readonly Input[] {
  return typeof input === "number" ? scene.input(input) : (input as readonly Input[]);
}

function clusterFor(
  env: StreamExecutionEnvironment,
  options: RunOptions,
  restoreFrom: SavepointRestoreSettings | null = null,
): MiniCluster {
  const configuration = { ...env.getConfig().toJobConfiguration("exercise"), restoreFrom };
  const plan = new PhysicalPlan(createJobGraph(env.getStreamGraph(), configuration.chaining));
  return new MiniCluster(plan, configuration, env, options);
}

function failureOf(clusters: readonly MiniCluster[]): string | null {
  const failed = clusters.find(({ status }) => status === "FAILED");
  return failed === undefined ? null : causesOf(failed.failure).join("\n  caused by ");
}

function causesOf(failure: unknown): readonly string[] {
  // A job may throw anything.
  if (typeof failure === "string") return [failure];
  if (!(failure instanceof Error)) return [];
  const place = placeInStack(failure.stack ?? "");
  const at = place === null ? "" : ` (${place.file}:${place.line}:${place.column})`;
  return [`${failure.name}: ${failure.message}${at}`, ...causesOf(failure.cause)];
}

function sumOf(clusters: readonly MiniCluster[], amount: (cluster: MiniCluster) => number): number {
  return clusters.reduce((sum, cluster) => sum + amount(cluster), 0);
}
