import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { ExecutionGraph } from "../execution/execution-graph.ts";
import { InjectedFault, type StrikingFault } from "../faults/fault-injector.ts";
import { explainFailure } from "../program/explain-failure.ts";
import type { Actor } from "../schedule/actor.ts";
import { StreamTask } from "../task/stream-task.ts";
import type { TaskManagers } from "./task-managers.ts";

/** What fails when something fails. */
export interface FailingCluster {
  readonly clock: VirtualClock;
  readonly graph: ExecutionGraph;
  readonly taskManagers: TaskManagers;
  /** Tells the JobManager of subtasks that are no more. */
  readonly report: (tasks: readonly StreamTask[], cause: unknown) => void;
  readonly killJobManager: () => void;
}

/** Lets parts of a cluster fail: by an error of their own, or because a test wants it. */
export class ClusterFailures {
  readonly #cluster: FailingCluster;

  constructor(cluster: FailingCluster) {
    this.#cluster = cluster;
  }

  /** A step of a subtask threw an error. */
  onError(task: StreamTask, error: unknown): void {
    if (error instanceof InjectedFault) this.apply(error.fault, task);
    else this.#fail(task, explainFailure(error));
  }

  /** Lets a fault strike; `actor` is who would have taken the next step. */
  apply(fault: StrikingFault, actor: Actor): void {
    switch (fault.type) {
      case "fail-task":
        return this.#fail(this.#taskFor(fault.task, actor), new InjectedFault(fault));
      case "kill-task-manager":
        return this.#killTaskManager(
          fault.taskManager ?? this.#taskManagerOf(actor),
          new InjectedFault(fault),
        );
      case "kill-job-manager":
        return this.#cluster.killJobManager();
      case "stall-output":
        return this.#stall(this.#taskFor(fault.task, actor), fault.duration);
    }
  }

  #fail(task: StreamTask | null, cause: unknown): void {
    if (task === null || task.state === "FINISHED" || task.state === "CANCELED") return;
    recordFailure(task, cause);
    task.cancel("close");
    this.#cluster.report([task], cause);
  }

  #killTaskManager(index: number, cause: unknown): void {
    const { graph, taskManagers, report } = this.#cluster;
    const killed = graph.plan.subtasks
      .filter((subtask) => taskManagers.indexOf(subtask) === index)
      .map((subtask) => graph.tasks[subtask.index])
      .filter((task) => task !== undefined);
    for (const task of killed) {
      recordFailure(task, cause);
      task.cancel("kill");
    }
    taskManagers.replace(index);
    report(killed, cause);
  }

  #stall(task: StreamTask | null, duration: number): void {
    if (task?.state !== "RUNNING") return;
    const { edges } = task.parts;
    for (const edge of edges) edge.stall();
    this.#cluster.clock.schedule(this.#cluster.clock.now() + duration, () => {
      for (const edge of edges) edge.resume();
    });
  }

  /**
   * Whom a fault strikes; if the JobManager would have worked, the first subtask that is still at work, and nobody if
   * there is none.
   */
  #taskFor(index: number | undefined, actor: Actor): StreamTask | null {
    const { tasks } = this.#cluster.graph;
    const chosen = index === undefined ? actor : tasks[index];
    if (chosen instanceof StreamTask) return chosen;
    return tasks.find(({ state }) => state !== "FINISHED" && state !== "CANCELED") ?? null;
  }

  #taskManagerOf(actor: Actor): number {
    const { graph, taskManagers } = this.#cluster;
    const subtask = graph.plan.subtasks[actor.index];
    return subtask === undefined ? 0 : taskManagers.indexOf(subtask);
  }
}

function recordFailure({ plan }: StreamTask, cause: unknown): void {
  const message = cause instanceof Error ? cause.message : String(cause);
  plan.tracerOf(plan.vertex.name)?.record({ type: "failure", message });
}
