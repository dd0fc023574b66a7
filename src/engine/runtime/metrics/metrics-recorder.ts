import { IllegalStateException } from "../../java/exceptions.ts";
import type { CheckpointStatistics } from "../cluster/checkpoint-statistics.ts";
import type { JobStatus } from "../cluster/job-status.ts";
import type { PhysicalPlan } from "../execution/physical-plan.ts";
import type { Actor } from "../schedule/actor.ts";
import { StreamTask } from "../task/stream-task.ts";
import type { MetricsReport, OperatorReport, TaskReport } from "./metrics-report.ts";
import type { OperatorMeter } from "./operator-meter.ts";
import { OperatorMetrics, peaksOf } from "./operator-metrics.ts";
import { SummedGauge } from "./summed-gauge.ts";
import { taskReport } from "./task-report.ts";

/** The run that is measured, as it stands now. */
export interface MeasuredRun {
  readonly jobName: string;
  readonly plan: PhysicalPlan;
  readonly checkpoints: CheckpointStatistics;
  readonly steps: () => number;
  /** How long it has gone on, ms. */
  readonly duration: () => number;
  readonly status: () => JobStatus;
  readonly restarts: () => number;
}

/**
 * Measures one run: give it to `execute` and ask for its report afterwards, also if the job has failed. It looks at
 * each subtask after each of its steps, which takes time: of many runs, measure one.
 */
export class MetricsRecorder {
  readonly #operators = new Map<string, OperatorMetrics>();
  readonly #attempts = new Map<number, StreamTask[]>();
  readonly #job = { entries: new SummedGauge(), bytes: new SummedGauge(), timers: new SummedGauge() };
  /** Numbers the instances of operators, for the sums of the whole job. */
  readonly #places = new Map<string, number>();
  #run: MeasuredRun | null = null;
  /** Who takes the step that is not over yet. */
  #stepping: StreamTask | null = null;

  /** Whether there is a run to report of: a job that got no slots has never begun. */
  get hasBegun(): boolean {
    return this.#run !== null;
  }

  /** A run begins. Throws an IllegalStateException if another one has been measured. */
  begin(run: MeasuredRun): void {
    if (this.#run !== null) throw new IllegalStateException("A MetricsRecorder measures one run.");
    this.#run = run;
  }

  /** Somebody is about to take a step: the last step is over. */
  beforeStep(actor: Actor): void {
    this.#afterStep();
    this.#stepping = actor instanceof StreamTask ? actor : null;
  }

  /** Returns what counts the records of an instance of an operator. */
  meterOf(operatorId: string, subtask: number): OperatorMeter {
    return this.#metricsOf(operatorId).meterOf(subtask);
  }

  /** Returns what the run has come to. Throws an IllegalStateException if there was none. */
  report(): MetricsReport {
    const run = this.#run;
    if (run === null) throw new IllegalStateException("No run has been measured.");
    this.#afterStep();
    return {
      jobName: run.jobName,
      status: run.status(),
      steps: run.steps(),
      duration: run.duration(),
      restarts: run.restarts(),
      completedCheckpoints: run.checkpoints.numCompleted,
      checkpoints: run.checkpoints.records,
      ...peaksOf(this.#job, (gauge) => [gauge.sum, gauge.peak]),
      tasks: this.#taskReports(run.plan),
      operators: this.#operatorReports(run.plan),
    };
  }

  #afterStep(): void {
    const task = this.#stepping;
    this.#stepping = null;
    if (task === null || task.state === "DEPLOYING") return;
    const attempts = this.#attempts.get(task.index) ?? [];
    const hasCome = attempts.at(-1) === task;
    // Its first step would have deployed it; whether it got as far as having operators cannot be said.
    if (task.state === "CANCELED" && !hasCome) return;
    if (!hasCome) this.#attempts.set(task.index, [...attempts, task]);
    if (task.state !== "CANCELED") this.#sample(task);
  }

  #sample({ plan: { subtaskIndex }, parts }: StreamTask): void {
    for (const operator of parts.chain.operators) {
      const { operatorId } = operator.identity;
      const metrics = this.#metricsOf(operatorId);
      metrics.sample(subtaskIndex, operator);
      const place = this.#placeOf(`${operatorId}/${subtaskIndex}`);
      this.#job.entries.set(place, metrics.entries.of(subtaskIndex));
      this.#job.bytes.set(place, metrics.bytes.of(subtaskIndex));
      this.#job.timers.set(place, metrics.timers.of(subtaskIndex));
    }
  }

  #metricsOf(operatorId: string): OperatorMetrics {
    const known = this.#operators.get(operatorId);
    if (known !== undefined) return known;
    const metrics = new OperatorMetrics();
    this.#operators.set(operatorId, metrics);
    return metrics;
  }

  #placeOf(instance: string): number {
    const known = this.#places.get(instance);
    if (known !== undefined) return known;
    this.#places.set(instance, this.#places.size);
    return this.#places.size - 1;
  }

  #taskReports(plan: PhysicalPlan): readonly TaskReport[] {
    return plan.jobGraph.vertices.map((vertex) => {
      const subtasks = plan.subtasksOf(vertex);
      const operators = vertex.operators.map(({ name }) => name);
      const attempts = subtasks.map(({ index }) => this.#attempts.get(index) ?? []);
      return taskReport({ name: vertex.name, operators }, attempts);
    });
  }

  #operatorReports(plan: PhysicalPlan): readonly OperatorReport[] {
    return plan.jobGraph.vertices.flatMap((vertex) =>
      vertex.operators.map((node) => {
        const metrics = this.#metricsOf(plan.identityOf(node).operatorId);
        return metrics.report(node.name, vertex.name, vertex.parallelism);
      }),
    );
  }
}
