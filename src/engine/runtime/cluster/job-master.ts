import type {
  RestartBackoffTimeStrategy,
  RestartStrategyOptions,
} from "../../cluster/restart-backoff-time-strategy.ts";
import { createRestartStrategy } from "../../cluster/restart-strategies.ts";
import { CheckpointCoordinator } from "../checkpoint/checkpoint-coordinator.ts";
import type { CheckpointOutcome } from "../checkpoint/checkpoint-outcome.ts";
import type { SnapshotRequest } from "../checkpoint/checkpoint-requests.ts";
import type { CompletedCheckpointStore } from "../checkpoint/completed-checkpoint.ts";
import type { PendingCheckpoint } from "../checkpoint/pending-checkpoint.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { ExecutionGraph } from "../execution/execution-graph.ts";
import type { PlannedSubtask } from "../execution/physical-plan.ts";
import { TaskStarts } from "../execution/task-starts.ts";
import type { Actor, StepResult } from "../schedule/actor.ts";
import type { StreamTask } from "../task/stream-task.ts";
import type { TaskSnapshot } from "../task/task-snapshot.ts";
import { type JobConfiguration, restartStrategyOf } from "./job-configuration.ts";
import { recoverySuppressed } from "./job-exceptions.ts";
import { JobState } from "./job-state.ts";
import type { JobStatus } from "./job-status.ts";
import { Mailroom } from "./mailroom.ts";
import type { MessageBus } from "./messages.ts";

/** The cluster, as its JobMaster sees it. */
export interface JobMasterSurroundings {
  readonly clock: VirtualClock;
  readonly graph: ExecutionGraph;
  readonly store: CompletedCheckpointStore;
  readonly messages: MessageBus;
  readonly wake: (actor: Actor) => void;
  /** Chooses whose message is read of so many senders, from 0. */
  readonly chooseMessage: (count: number) => number;
  readonly onStatus: (status: JobStatus) => void;
  readonly onCheckpointBegin: (checkpoint: PendingCheckpoint) => void;
  readonly onCheckpoint: (checkpoint: PendingCheckpoint, outcome: CheckpointOutcome) => void;
}

/** Runs one job (Flink's class of the same name): deploys its subtasks, takes checkpoints, restarts what fails. */
export class JobMaster implements Actor {
  readonly state: JobState;
  readonly index: number;
  readonly name = "JobManager";
  readonly #configuration: JobConfiguration;
  readonly #surroundings: JobMasterSurroundings;
  readonly #coordinator: CheckpointCoordinator;
  readonly #strategyOptions: RestartStrategyOptions;
  readonly #strategy: RestartBackoffTimeStrategy;
  readonly #mailroom: Mailroom;
  /** Subtasks that are down and will be deployed again. */
  readonly #toRestart = new Set<PlannedSubtask>();

  constructor(configuration: JobConfiguration, surroundings: JobMasterSurroundings) {
    const { graph, clock, store, messages, onCheckpointBegin, onCheckpoint } = surroundings;
    this.#configuration = configuration;
    this.#surroundings = surroundings;
    this.state = new JobState(surroundings.onStatus);
    this.index = graph.plan.subtasks.length;
    this.#mailroom = new Mailroom(surroundings.chooseMessage);
    this.#strategyOptions = restartStrategyOf(configuration);
    this.#strategy = createRestartStrategy(this.#strategyOptions);
    this.#coordinator = new CheckpointCoordinator(configuration.checkpointing, {
      clock,
      graph,
      store,
      messages,
      onTooManyFailures: () =>
        this.#failGlobally(new Error("Exceeded checkpoint tolerable failure threshold.")),
      onBegin: onCheckpointBegin,
      onOutcome: onCheckpoint,
    });
  }

  /** Deploys all subtasks, from the newest checkpoint if there is one. */
  start(): void {
    this.mail(() => {
      this.#deploy(this.#surroundings.graph.plan.subtasks);
      this.#coordinator.start();
    });
  }

  /** Takes a message; those of one sender are read in their order. */
  mail(read: () => void, sender = this.name): void {
    this.#mailroom.add(sender, read);
    this.#surroundings.wake(this);
  }

  step(): StepResult {
    const mail = this.#mailroom.take();
    if (mail === undefined) return "wait";
    if (!this.state.isOver) mail();
    return this.#mailroom.isEmpty ? "wait" : "again";
  }

  /** Takes a checkpoint or a savepoint. */
  submit(request: SnapshotRequest): void {
    this.mail(() => this.#coordinator.submit(request));
  }

  receiveAcknowledgement(task: StreamTask, checkpointId: number, snapshot: TaskSnapshot): void {
    this.mail(() => this.#coordinator.receiveAcknowledgement(task, checkpointId, snapshot), task.name);
  }

  receiveDecline(task: StreamTask, checkpointId: number): void {
    this.mail(() => this.#coordinator.receiveDecline(checkpointId), task.name);
  }

  /** Some subtasks are no more; they were connected, or died together. */
  tasksFailed(tasks: readonly StreamTask[], cause: unknown): void {
    this.mail(() => {
      const current = tasks.filter((task) => this.#surroundings.graph.tasks[task.index] === task);
      if (current.length > 0) this.#recover(current, cause);
    }, "TaskManager");
  }

  taskFinished(task: StreamTask): void {
    this.mail(() => {
      if (this.#surroundings.graph.tasks.every(({ state }) => state === "FINISHED")) this.#end("FINISHED");
    }, task.name);
  }

  /** Ends the job where it stands. */
  end(status: JobStatus): void {
    this.mail(() => this.#end(status));
  }

  /** The process dies: all that only it knew is lost. */
  crash(): void {
    this.state.become("SUSPENDED");
    this.#mailroom.clear();
    this.#coordinator.stop("CheckpointCoordinator shutdown.");
    this.#cancel(this.#surroundings.graph.tasks);
  }

  #recover(failed: readonly StreamTask[], cause: unknown): void {
    const { clock, graph } = this.#surroundings;
    const now = clock.currentTimeMillis();
    this.#strategy.notifyFailure(now);
    if (!this.#strategy.canRestart(now)) {
      this.state.failure = recoverySuppressed(this.#strategyOptions, cause);
      this.#end("FAILED");
      return;
    }
    const region = new Set(failed.flatMap((task) => graph.regionOf(task)));
    this.#cancel([...region]);
    this.#coordinator.abortPending("FailoverRegion is restarting.");
    for (const { index } of region) {
      const subtask = graph.plan.subtasks[index];
      if (subtask !== undefined) this.#toRestart.add(subtask);
    }
    this.state.become("RESTARTING");
    clock.schedule(now + this.#strategy.getBackoffTime(now), () => this.mail(() => this.#restart()));
  }

  #restart(): void {
    if (this.#toRestart.size === 0) return;
    const subtasks = [...this.#toRestart].toSorted((one, other) => one.index - other.index);
    this.#toRestart.clear();
    this.state.restarts += 1;
    this.#deploy(subtasks);
  }

  #deploy(subtasks: readonly PlannedSubtask[]): void {
    const { graph, store } = this.#surroundings;
    const nonRestored = this.#configuration.restoreFrom?.nonRestoredState ?? "refuse";
    try {
      graph.deploy(subtasks, new TaskStarts(graph.plan, store.latest, nonRestored));
      this.state.become("RUNNING");
    } catch (cause) {
      this.state.failure = cause;
      this.#end("FAILED");
    }
  }

  #failGlobally(cause: Error): void {
    this.tasksFailed(this.#surroundings.graph.tasks, cause);
  }

  #cancel(tasks: readonly StreamTask[]): void {
    for (const task of tasks) task.cancel("close");
  }

  #end(status: JobStatus): void {
    this.state.become(status);
    this.#coordinator.stop("CheckpointCoordinator shutdown.");
    this.#cancel(this.#surroundings.graph.tasks);
  }
}
