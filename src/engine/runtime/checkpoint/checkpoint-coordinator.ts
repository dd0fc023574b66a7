import { LONG_MAX } from "../../java/long.ts";
import type { CheckpointBarrier } from "../barrier/checkpoint-barrier.ts";
import type { Cancellable, VirtualClock } from "../clock/virtual-clock.ts";
import type { Message, MessageBus } from "../cluster/messages.ts";
import type { ExecutionGraph } from "../execution/execution-graph.ts";
import type { StreamTask } from "../task/stream-task.ts";
import type { TaskSnapshot } from "../task/task-snapshot.ts";
import type { CheckpointConfig } from "./checkpoint-config.ts";
import type { CheckpointFailureReason, CheckpointOutcome } from "./checkpoint-outcome.ts";
import { planCheckpoint } from "./checkpoint-plan.ts";
import { CheckpointRequests, type SnapshotRequest } from "./checkpoint-requests.ts";
import { completeCheckpoint } from "./complete-checkpoint.ts";
import type { CompletedCheckpointStore, SnapshotType } from "./completed-checkpoint.ts";
import { PendingCheckpoint } from "./pending-checkpoint.ts";

/** The cluster, as its coordinator of checkpoints sees it. */
export interface CoordinatorSurroundings {
  readonly clock: VirtualClock;
  readonly graph: ExecutionGraph;
  readonly store: CompletedCheckpointStore;
  readonly messages: MessageBus;
  /** More checkpoints in a row have failed than the job bears. */
  readonly onTooManyFailures: () => void;
  readonly onBegin: (checkpoint: PendingCheckpoint) => void;
  readonly onOutcome: (checkpoint: PendingCheckpoint, outcome: CheckpointOutcome) => void;
}

/** Takes the checkpoints of a job (Flink's class of the same name); it lives in the JobManager. */
export class CheckpointCoordinator {
  readonly #config: CheckpointConfig;
  readonly #surroundings: CoordinatorSurroundings;
  readonly #requests: CheckpointRequests;
  readonly #pending = new Map<number, PendingCheckpoint>();
  readonly #timeouts = new Map<number, Cancellable>();
  #failuresInARow = 0;

  constructor(config: CheckpointConfig, surroundings: CoordinatorSurroundings) {
    this.#config = config;
    this.#surroundings = surroundings;
    this.#requests = new CheckpointRequests(config, surroundings.clock, (request) => this.#trigger(request));
  }

  /** Begins to take checkpoints at regular times. */
  start(): void {
    this.#requests.start();
  }

  /** Takes no more checkpoints and gives up those that are under way. */
  stop(reason: CheckpointFailureReason): void {
    this.#requests.stop();
    this.abortPending(reason);
  }

  /** Gives up the checkpoints that are under way. */
  abortPending(reason: CheckpointFailureReason): void {
    for (const checkpoint of this.#pending.values()) this.#abort(checkpoint, reason);
  }

  /** Takes a checkpoint or a savepoint as soon as it may be. */
  submit(request: SnapshotRequest): void {
    this.#requests.submit(request);
  }

  /** Takes the part of a subtask. */
  receiveAcknowledgement(task: StreamTask, checkpointId: number, snapshot: TaskSnapshot): void {
    const checkpoint = this.#pending.get(checkpointId);
    if (checkpoint?.acknowledge(task, snapshot) === true) this.#complete(checkpoint);
  }

  /** A subtask cannot give its part: it ended while it was asked. That is nobody's fault. */
  receiveDecline(checkpointId: number): void {
    const checkpoint = this.#pending.get(checkpointId);
    if (checkpoint !== undefined) this.#abort(checkpoint, "Checkpoint was declined (task is closing)");
  }

  #trigger(request: SnapshotRequest): void {
    const { clock, graph, store } = this.#surroundings;
    const plan = planCheckpoint(graph);
    if (plan === null) {
      request.onOutcome({ type: "aborted", reason: "Not all required tasks are currently running." });
      return;
    }
    const id = store.nextId();
    const now = clock.currentTimeMillis();
    const checkpoint = new PendingCheckpoint(id, now, plan, request);
    this.#pending.set(id, checkpoint);
    this.#surroundings.onBegin(checkpoint);
    this.#timeouts.set(
      id,
      clock.scheduleInBackground(now + this.#config.timeout, () => this.#expire(id)),
    );
    this.#requests.began();
    const barrier = this.#barrier(id, now, request.type);
    for (const task of plan.tasksToTrigger) {
      this.#send("trigger-checkpoint", task, id, () => task.triggerCheckpoint(barrier, request.afterBarrier));
    }
  }

  #barrier(id: number, timestamp: number, type: SnapshotType): CheckpointBarrier {
    const { mode, unalignedCheckpoints, alignedCheckpointTimeout } = this.#config;
    const aligned = { id, timestamp, alignedCheckpointTimeout: LONG_MAX };
    if (mode === "at-least-once") return { ...aligned, alignment: "at-least-once" };
    if (type === "savepoint" || unalignedCheckpoints === "disabled")
      return { ...aligned, alignment: "aligned" };
    if (alignedCheckpointTimeout === 0) return { ...aligned, alignment: "unaligned" };
    return { id, timestamp, alignment: "aligned", alignedCheckpointTimeout };
  }

  #complete(pending: PendingCheckpoint): void {
    const { clock, graph, store } = this.#surroundings;
    const checkpoint = completeCheckpoint(pending, graph, clock.currentTimeMillis());
    this.#failuresInARow = 0;
    if (checkpoint.type === "checkpoint") store.add(checkpoint);
    this.#end(pending, { type: "completed", checkpoint });
    if (checkpoint.type === "savepoint") return;
    for (const other of this.#pending.values()) {
      if (other.id < pending.id) this.#abort(other, "Checkpoint has been subsumed.");
    }
  }

  #expire(id: number): void {
    const checkpoint = this.#pending.get(id);
    if (checkpoint === undefined) return;
    this.#abort(checkpoint, "Checkpoint expired before completing.");
    this.#failuresInARow += 1;
    if (this.#failuresInARow > this.#config.tolerableCheckpointFailureNumber) {
      this.#surroundings.onTooManyFailures();
    }
  }

  #abort(checkpoint: PendingCheckpoint, reason: CheckpointFailureReason): void {
    this.#end(checkpoint, { type: "aborted", reason });
  }

  #end(checkpoint: PendingCheckpoint, outcome: CheckpointOutcome): void {
    const { id, request } = checkpoint;
    this.#pending.delete(id);
    this.#timeouts.get(id)?.cancel();
    this.#timeouts.delete(id);
    this.#tellTasks(checkpoint, outcome);
    request.onOutcome(outcome);
    this.#surroundings.onOutcome(checkpoint, outcome);
    this.#requests.ended(outcome);
  }

  /** A savepoint that its job outlives commits nothing: it is its user's own. */
  #tellTasks({ id, plan, request }: PendingCheckpoint, { type }: CheckpointOutcome): void {
    if (type === "completed" && request.type === "savepoint" && request.afterBarrier === "go-on") return;
    for (const task of plan.tasksToWaitFor) {
      if (type === "completed") {
        this.#send("notify-checkpoint-complete", task, id, () => task.notifyCheckpointComplete(id));
      } else {
        this.#send("notify-checkpoint-aborted", task, id, () => task.notifyCheckpointAborted(id));
      }
    }
  }

  #send(type: Message["type"], task: StreamTask, checkpointId: number, read: () => void): void {
    this.#surroundings.messages.send({ type, checkpointId, task: task.index }, () => task.mail(read));
  }
}
