import type { World } from "../../world/world.ts";
import { CompletedCheckpointStore } from "../checkpoint/completed-checkpoint.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import { ExecutionGraph } from "../execution/execution-graph.ts";
import type { PhysicalPlan } from "../execution/physical-plan.ts";
import { FaultInjector } from "../faults/fault-injector.ts";
import type { MeasuredRun, MetricsRecorder } from "../metrics/metrics-recorder.ts";
import type { Actor } from "../schedule/actor.ts";
import type { Interleaving } from "../schedule/interleaving.ts";
import { Scheduler } from "../schedule/scheduler.ts";
import { StreamTask } from "../task/stream-task.ts";
import { allocationsOf } from "../task/task-parts.ts";
import { CheckpointStatistics } from "./checkpoint-statistics.ts";
import { ClusterFailures } from "./cluster-failures.ts";
import { ClusterObserver } from "./cluster-observer.ts";
import { readGauges } from "./gauge-readings.ts";
import type { JobConfiguration } from "./job-configuration.ts";
import { JobMaster } from "./job-master.ts";
import type { JobState } from "./job-state.ts";
import { JobTrace } from "./job-trace.ts";
import { MessageBus } from "./messages.ts";
import { RunMonitor } from "./run-monitor.ts";
import { exchangeOf, interleavingOf, type RunOptions } from "./run-options.ts";
import { SourceCoordinators } from "./source-coordinators.ts";
import { createTaskGateway } from "./task-gateway.ts";
import { TaskManagers } from "./task-managers.ts";

/** Where a cluster stands: the time that it shares with the systems outside, and these. */
export interface ClusterSurroundings {
  readonly clock: VirtualClock;
  readonly world: World;
}

/** All that a running cluster is made of, and how it hangs together. */
export class ClusterRuntime {
  readonly graph: ExecutionGraph;
  readonly checkpoints: CheckpointStatistics;
  readonly scheduler: Scheduler;
  readonly #surroundings: ClusterSurroundings;
  readonly #configuration: JobConfiguration;
  readonly #monitor: RunMonitor;
  readonly #messages: MessageBus;
  readonly #store: CompletedCheckpointStore;
  readonly #interleaving: Interleaving;
  readonly #trace: JobTrace;
  readonly #sources: SourceCoordinators;
  #jobMaster: JobMaster;

  constructor(
    plan: PhysicalPlan,
    configuration: JobConfiguration,
    surroundings: ClusterSurroundings,
    options: RunOptions,
  ) {
    const { clock, world } = surroundings;
    const injector = new FaultInjector(options.faults);
    injector.intercept(world.calls);
    const { metrics } = options;
    this.#surroundings = surroundings;
    this.#configuration = configuration;
    this.checkpoints = new CheckpointStatistics(
      metrics === null && options.recorder === null ? "unknown" : "measured",
    );
    this.#store = new CompletedCheckpointStore(configuration.restoreFrom?.savepoint ?? null);
    this.#messages = new MessageBus(clock, (message) => injector.fateOf(message));
    const run = { steps: () => this.scheduler.steps, allocations: () => this.#allocations() };
    this.#monitor = new RunMonitor(run, clock, options, injector);
    this.#trace = new JobTrace(this.#monitor.tracerFor("JobManager", 0));
    const exchange = exchangeOf(options, plan);
    const interleaving = interleavingOf(options, exchange, configuration.network.recordsPerBuffer);
    this.#interleaving = interleaving;
    this.#sources = new SourceCoordinators(plan, clock, () => this.graph);
    this.graph = this.#makeGraph(plan, {
      exchange,
      interleaving,
      meterOf: (operatorId, subtask) => metrics?.meterOf(operatorId, subtask) ?? null,
    });
    this.scheduler = new Scheduler(clock, interleaving, this.#makeObserver(plan, injector, metrics));
    this.#jobMaster = this.#makeJobMaster();
    metrics?.begin(this.#measuredRun(plan));
  }

  /** The JobMaster of now: another one takes over when it dies. */
  get jobMaster(): JobMaster {
    return this.#jobMaster;
  }

  /** How the job is, as the JobMaster of now knows it. */
  get job(): JobState {
    return this.#jobMaster.state;
  }

  /** Takes a turn, or goes to the next event if that is not after `until` (ms); whether there was anything to do. */
  turn(until: number): boolean {
    if (!this.scheduler.hasReady) this.#monitor.checkTime();
    return this.scheduler.turn(until);
  }

  /** Begins what goes on beside the job as long as it runs: gauges are read, and sources told how far they may go. */
  startBackground(): void {
    const isOver = () => this.job.isOver;
    readGauges(this.#surroundings.clock, this.graph, isOver);
    this.#sources.start(isOver);
  }

  #makeGraph(
    plan: PhysicalPlan,
    run: Pick<ConstructorParameters<typeof ExecutionGraph>[1], "exchange" | "interleaving" | "meterOf">,
  ): ExecutionGraph {
    const { network, handover, checkpointing } = this.#configuration;
    const { clock } = this.#surroundings;
    return new ExecutionGraph(plan, {
      ...run,
      clock,
      network,
      handover,
      mode: checkpointing.mode,
      gateway: createTaskGateway(this.#configuration, {
        clock,
        messages: this.#messages,
        sources: this.#sources,
        scheduler: () => this.scheduler,
        jobMaster: () => this.#jobMaster,
      }),
      tracerOf: (operator, subtask) => this.#monitor.tracerFor(operator, subtask),
      timerTracer: this.#monitor.timerTracer(),
    });
  }

  #makeObserver(
    plan: PhysicalPlan,
    injector: FaultInjector,
    metrics: MetricsRecorder | null,
  ): ClusterObserver {
    const { clock, world } = this.#surroundings;
    const { slotsPerTaskManager, taskManagers: available } = this.#configuration;
    const taskManagers = new TaskManagers(plan, slotsPerTaskManager, available);
    const failures = new ClusterFailures({
      clock,
      graph: this.graph,
      taskManagers,
      report: (tasks, cause) => this.#jobMaster.tasksFailed(tasks, cause),
      killJobManager: () => this.#killJobManager(),
    });
    return new ClusterObserver({
      monitor: this.#monitor,
      metrics,
      injector,
      failures,
      world,
      graph: this.graph,
      taskManagers,
      isAlive: (actor: Actor) =>
        actor instanceof StreamTask ? actor.state !== "CANCELED" : actor === this.#jobMaster,
    });
  }

  #makeJobMaster(): JobMaster {
    const { clock } = this.#surroundings;
    return new JobMaster(this.#configuration, {
      clock,
      graph: this.graph,
      store: this.#store,
      messages: this.#messages,
      wake: (actor) => this.scheduler.wake(actor),
      chooseMessage: this.#interleaving.chooseActor,
      onStatus: (status) => this.#trace.status(status),
      onCheckpointBegin: (checkpoint) => this.#trace.checkpointBegan(checkpoint),
      onCheckpoint: (checkpoint, outcome) =>
        this.#trace.checkpointEnded(this.checkpoints.add(checkpoint, outcome, clock.now())),
    });
  }

  #measuredRun(plan: PhysicalPlan): MeasuredRun {
    const { clock } = this.#surroundings;
    const start = clock.now();
    return {
      jobName: this.#configuration.jobName,
      plan,
      checkpoints: this.checkpoints,
      steps: () => this.scheduler.steps,
      duration: () => clock.now() - start,
      status: () => this.job.status,
      restarts: () => this.job.restarts,
    };
  }

  /** With high availability another JobManager takes over, and knows the job and its newest checkpoint. */
  #killJobManager(): void {
    this.#jobMaster.crash();
    if (this.#configuration.highAvailability === "disabled") return;
    this.#jobMaster = this.#makeJobMaster();
    this.#jobMaster.start();
  }

  #allocations(): number {
    const running = this.graph.tasks.filter(({ state }) => state === "RUNNING" || state === "ENDING");
    return running.reduce((sum, { parts }) => sum + allocationsOf(parts), 0);
  }
}
