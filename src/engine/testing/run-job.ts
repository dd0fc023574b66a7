import { StreamExecutionEnvironment } from "../api/stream-execution-environment.ts";
import { createJobGraph } from "../graph/job-graph-generator.ts";
import type { CompletedCheckpoint } from "../runtime/checkpoint/completed-checkpoint.ts";
import type { JobConfiguration } from "../runtime/cluster/job-configuration.ts";
import { isTerminal } from "../runtime/cluster/job-status.ts";
import { MiniCluster } from "../runtime/cluster/mini-cluster.ts";
import { DEFAULT_RUN_OPTIONS } from "../runtime/cluster/run-options.ts";
import { PhysicalPlan } from "../runtime/execution/physical-plan.ts";
import { NO_TIMESTAMP } from "../time/timestamp.ts";
import { numberField, objectsField, textField } from "./json-fields.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { JobProgram } from "./run-job-program.ts";
import { JobOutput } from "./run-job-sinks.ts";
import { type LedEntry, LedLog } from "./run-job-source.ts";
import type { Played, Scenario } from "./scenario.ts";

/** Checkpoints after the end of the input after which a job is taken for one that never ends. */
const MOST_FINAL_CHECKPOINTS = 10;

/** Plays a scenario of kind `job`: a whole program on a cluster, step by step; each step until nothing moves. */
export function runJob({ pipeline = {}, script = [] }: Scenario): Played {
  const player = new JobPlayer(pipeline);
  for (const step of script) player.play(step);
  return { type: "result", result: player.result() };
}

/** A job, its sources' scripts and what it has put out; the last two outlive its restarts with other parallelism. */
class JobPlayer {
  readonly #pipeline: JsonObject;
  readonly #logs = new Map<string, LedLog>();
  readonly #output = new JobOutput();
  #cluster: MiniCluster;

  constructor(pipeline: JsonObject) {
    this.#pipeline = pipeline;
    this.#cluster = this.#start(numberField(pipeline, "parallelism", 1), null);
  }

  play(step: JsonObject): void {
    if (step["checkpoint"] === true) this.#cluster.take({ type: "checkpoint", afterBarrier: "go-on" });
    else if ("rescale" in step) this.#rescale(numberField(step, "rescale"));
    else if (step["end"] === true) this.#end();
    else this.#logOf(textField(step, "src"), numberField(step, "sub", 0)).append(entryOf(step));
    this.#cluster.runUntilQuiet();
  }

  result(): Json {
    return { out: this.#output.values(), status: this.#cluster.status };
  }

  #start(parallelism: number, savepoint: CompletedCheckpoint | null): MiniCluster {
    const environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment.setParallelism(parallelism);
    // The script gives all watermarks; who asked for them at regular times would never let the job be quiet.
    environment.getConfig().setAutoWatermarkInterval(0);
    if (this.#pipeline["maxParallelism"] !== undefined) {
      environment.setMaxParallelism(numberField(this.#pipeline, "maxParallelism"));
    }
    const surroundings = { logOf: (id: string, sub: number) => this.#logOf(id, sub), output: this.#output };
    const program = new JobProgram(environment, surroundings);
    for (const step of objectsField(this.#pipeline, "graph")) program.add(step);
    const plan = new PhysicalPlan(createJobGraph(environment.getStreamGraph(), "enabled"));
    const configuration = this.#configuration(environment, savepoint);
    const options = { ...DEFAULT_RUN_OPTIONS, exchange: "buffered" } as const;
    const cluster = new MiniCluster(plan, configuration, environment, options);
    cluster.start();
    cluster.runUntilQuiet();
    return cluster;
  }

  #configuration(
    environment: StreamExecutionEnvironment,
    savepoint: CompletedCheckpoint | null,
  ): JobConfiguration {
    const { mode, restart } = this.#pipeline;
    environment.enableCheckpointing(Number.POSITIVE_INFINITY, {
      mode: mode === "atLeastOnce" ? "at-least-once" : "exactly-once",
      unalignedCheckpoints: mode === "unaligned" ? "enabled" : "disabled",
    });
    if (restart !== undefined && isObject(restart)) {
      const delay = numberField(restart, "delay", 0);
      environment.setRestartStrategy({
        type: "fixedDelay",
        attempts: numberField(restart, "attempts"),
        delay,
      });
    }
    const restoreFrom = savepoint === null ? null : ({ savepoint, nonRestoredState: "refuse" } as const);
    return { ...environment.getConfig().toJobConfiguration("scenario"), restoreFrom };
  }

  /** Stops with a savepoint and goes on from it with another parallelism. */
  #rescale(parallelism: number): void {
    const outcome = this.#cluster.take({ type: "savepoint", afterBarrier: "suspend" });
    if (outcome?.type !== "completed") throw new Error("the savepoint has failed");
    this.#cluster.runUntilQuiet();
    this.#cluster.end("FINISHED");
    this.#cluster = this.#start(parallelism, outcome.checkpoint);
  }

  /** A job whose input has ended waits for one more checkpoint, which nobody else asks for. */
  #end(): void {
    for (const log of this.#logs.values()) log.end();
    for (let taken = 0; taken < MOST_FINAL_CHECKPOINTS; taken++) {
      this.#cluster.runUntilQuiet();
      if (isTerminal(this.#cluster.status)) return;
      this.#cluster.take({ type: "checkpoint", afterBarrier: "go-on" });
    }
  }

  #logOf(source: string, sub: number): LedLog {
    const name = `${source}/${sub}`;
    const log = this.#logs.get(name) ?? new LedLog();
    this.#logs.set(name, log);
    return log;
  }
}

function entryOf(step: JsonObject): LedEntry {
  if ("wm" in step) return { type: "watermark", timestamp: numberField(step, "wm") };
  if ("status" in step) return { type: "status", status: step["status"] === "idle" ? "idle" : "active" };
  return { type: "record", value: step["el"] ?? null, timestamp: numberField(step, "ts", NO_TIMESTAMP) };
}
