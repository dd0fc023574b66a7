import type { World } from "../../world/world.ts";
import { CompletedCheckpointStore } from "../checkpoint/completed-checkpoint.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import { ExecutionGraph } from "../execution/execution-graph.ts";
import type { PhysicalPlan } from "../execution/physical-plan.ts";
import { FaultInjector } from "../faults/fault-injector.ts";
import type { Actor } from "../schedule/actor.ts";
import type { Interleaving } from "../schedule/interleaving.ts";
import { Scheduler } from "../schedule/scheduler.ts";
import { StreamTask } from "../task/stream-task.ts";
import { allocationsOf } from "../task/task-parts.ts";
import { CheckpointStatistics } from "./checkpoint-statistics.ts";
import { ClusterFailures } from "./cluster-failures.ts";
import { ClusterObserver } from "./cluster-observer.ts";
import type { JobConfiguration } from "./job-configuration.ts";
import { JobMaster } from "./job-master.ts";
import { isTerminal } from "./job-status.ts";
import { MessageBus } from "./messages.ts";
import { RunMonitor } from "./run-monitor.ts";
import { exchangeOf, interleavingOf, type RunOptions } from "./run-options.ts";
import { createTaskGateway } from "./task-gateway.ts";
import { TaskManagers } from "./task-managers.ts";

/** Where a cluster stands: the time that it shares with the systems outside, and these. */
export interface ClusterSurroundings {
  readonly clock: VirtualClock;
  readonly world: World;
}

/** How often Flink reads its gauges, ms. */
const GAUGE_INTERVAL = 5000;

/** All that a running cluster is made of, and how it hangs together. */
export class ClusterRuntime {
  readonly graph: ExecutionGraph;
  readonly checkpoints = new CheckpointStatistics();
  readonly scheduler: Scheduler;
  readonly #surroundings: ClusterSurroundings;
  readonly #configuration: JobConfiguration;
  readonly #monitor: RunMonitor;
  readonly #messages: MessageBus;
  readonly #store: CompletedCheckpointStore;
  readonly #interleaving: Interleaving;
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
    this.#surroundings = surroundings;
    this.#configuration = configuration;
    this.#store = new CompletedCheckpointStore(configuration.restoreFrom?.savepoint ?? null);
    this.#messages = new MessageBus(clock, (message) => injector.fateOf(message));
    const run = { steps: () => this.scheduler.steps, allocations: () => this.#allocations() };
    this.#monitor = new RunMonitor(run, clock, options, injector);
    const exchange = exchangeOf(options, plan);
    const interleaving = interleavingOf(options, exchange, configuration.network.recordsPerBuffer);
    this.#interleaving = interleaving;
    this.graph = this.#makeGraph(plan, { exchange, interleaving });
    this.scheduler = new Scheduler(clock, interleaving, this.#makeObserver(plan, injector));
    this.#jobMaster = this.#makeJobMaster();
  }

  /** The JobMaster of now: another one takes over when it dies. */
  get jobMaster(): JobMaster {
    return this.#jobMaster;
  }

  /** Takes a turn, or goes to the next event if that is not after `until` (ms); whether there was anything to do. */
  turn(until: number): boolean {
    if (!this.scheduler.hasReady) this.#monitor.checkTime();
    return this.scheduler.turn(until);
  }

  /** Reads the gauges of all subtasks from now on, as long as the job runs. */
  readGaugesLater(): void {
    const { clock } = this.#surroundings;
    clock.scheduleInBackground(clock.now() + GAUGE_INTERVAL, () => {
      for (const { load } of this.graph.tasks) load.update();
      if (!isTerminal(this.#jobMaster.status)) this.readGaugesLater();
    });
  }

  #makeGraph(
    plan: PhysicalPlan,
    run: Pick<ConstructorParameters<typeof ExecutionGraph>[1], "exchange" | "interleaving">,
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
        scheduler: () => this.scheduler,
        jobMaster: () => this.#jobMaster,
      }),
      tracerOf: (operator, subtask) => this.#monitor.tracerFor(operator, subtask),
      timerTracer: this.#monitor.timerTracer(),
    });
  }

  #makeObserver(plan: PhysicalPlan, injector: FaultInjector): ClusterObserver {
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
      onCheckpoint: (checkpoint, outcome) => this.checkpoints.add(checkpoint, outcome, clock.now()),
    });
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
