import type { World } from "../../world/world.ts";
import type { ExecutionGraph } from "../execution/execution-graph.ts";
import type { FaultInjector } from "../faults/fault-injector.ts";
import type { MetricsRecorder } from "../metrics/metrics-recorder.ts";
import type { Actor } from "../schedule/actor.ts";
import type { StepObserver } from "../schedule/scheduler.ts";
import { StreamTask } from "../task/stream-task.ts";
import { BudgetExceededException } from "./budget.ts";
import type { ClusterFailures } from "./cluster-failures.ts";
import type { RunMonitor } from "./run-monitor.ts";
import type { TaskManagers } from "./task-managers.ts";

/** What looks on at the steps of a cluster. */
export interface ObserverParts {
  readonly monitor: RunMonitor;
  readonly metrics: MetricsRecorder | null;
  readonly injector: FaultInjector;
  readonly failures: ClusterFailures;
  readonly world: World;
  readonly graph: ExecutionGraph;
  readonly taskManagers: TaskManagers;
  readonly isAlive: (actor: Actor) => boolean;
}

/** Stands beside each step: counts it, lets faults strike before it, and takes what it throws. */
export class ClusterObserver implements StepObserver {
  readonly #parts: ObserverParts;

  constructor(parts: ObserverParts) {
    this.#parts = parts;
  }

  nextObservedStep(): number {
    if (this.#parts.metrics !== null) return 0;
    return Math.min(this.#parts.monitor.nextStep(), this.#parts.injector.nextStep);
  }

  beforeStep(step: number, actor: Actor): "take" | "skip" {
    const { monitor, metrics, injector, failures, isAlive } = this.#parts;
    metrics?.beforeStep(actor);
    monitor.beforeStep(step);
    for (const fault of injector.takeFor(step)) failures.apply(fault, actor);
    return isAlive(actor) ? "take" : "skip";
  }

  /** A subtask talks to the systems outside as the process that it runs in. */
  runAs(actor: Actor, turn: () => void): void {
    const { graph, taskManagers, world } = this.#parts;
    const subtask = graph.plan.subtasks[actor.index];
    if (subtask === undefined) turn();
    else world.runAs(taskManagers.processOf(subtask), turn);
  }

  onError(actor: Actor, error: unknown): void {
    if (error instanceof BudgetExceededException || !(actor instanceof StreamTask)) throw error;
    this.#parts.failures.onError(actor, error);
  }
}
