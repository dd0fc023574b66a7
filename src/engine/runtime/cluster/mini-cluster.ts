import type { CheckpointOutcome } from "../checkpoint/checkpoint-outcome.ts";
import type { SnapshotRequest } from "../checkpoint/checkpoint-requests.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { ExecutionGraph } from "../execution/execution-graph.ts";
import type { PhysicalPlan } from "../execution/physical-plan.ts";
import type { CheckpointStatistics } from "./checkpoint-statistics.ts";
import { ClusterRuntime, type ClusterSurroundings } from "./cluster-runtime.ts";
import type { JobConfiguration } from "./job-configuration.ts";
import { isTerminal, type JobStatus } from "./job-status.ts";
import type { RunOptions } from "./run-options.ts";

/**
 * Runs one job on a JobManager and TaskManagers that share one clock (Flink's class of the same name). The same job
 * with the same options gives the same run, step by step.
 */
export class MiniCluster {
  readonly #runtime: ClusterRuntime;
  readonly #clock: VirtualClock;

  /** Throws a NoResourceAvailableException if the job needs more slots than the configuration gives. */
  constructor(
    plan: PhysicalPlan,
    configuration: JobConfiguration,
    surroundings: ClusterSurroundings,
    options: RunOptions,
  ) {
    this.#clock = surroundings.clock;
    this.#runtime = new ClusterRuntime(plan, configuration, surroundings, options);
  }

  /** The subtasks as they are now. */
  get graph(): ExecutionGraph {
    return this.#runtime.graph;
  }

  /** The checkpoints that have ended. */
  get checkpoints(): CheckpointStatistics {
    return this.#runtime.checkpoints;
  }

  get status(): JobStatus {
    return this.#runtime.job.status;
  }

  /** Why the job has failed; `null` if it has not. */
  get failure(): unknown {
    return this.#runtime.job.failure;
  }

  /** How often subtasks have been restarted by the JobManager of now. */
  get numRestarts(): number {
    return this.#runtime.job.restarts;
  }

  /** The steps that have been taken so far. */
  get steps(): number {
    return this.#runtime.scheduler.steps;
  }

  /** Deploys the job. Nothing happens before it is run. */
  start(): void {
    this.#runtime.jobMaster.start();
    this.#runtime.startBackground();
  }

  /** Runs until the job is over. Throws a BudgetExceededException if that takes too much. */
  runToEnd(): void {
    while (!isTerminal(this.status) && this.#turn(Number.POSITIVE_INFINITY));
  }

  /** Runs until the clock is at `time` (ms), or the job is over. */
  runUntil(time: number): void {
    const end = this.#clock.schedule(time, () => {});
    while (!isTerminal(this.status) && this.#clock.now() < time && this.#turn(time));
    end.cancel();
  }

  /** Runs until nothing happens any more unless somebody gives the job something to do. */
  runUntilQuiet(): void {
    const isGoingOn = () => this.#runtime.scheduler.hasReady || this.#clock.hasForegroundEvents();
    while (isGoingOn() && this.#turn(Number.POSITIVE_INFINITY));
  }

  /** Asks for a checkpoint or a savepoint and runs until it has come to something; `null` if it never does. */
  take(request: Pick<SnapshotRequest, "type" | "afterBarrier">): CheckpointOutcome | null {
    const outcomes: CheckpointOutcome[] = [];
    this.#runtime.jobMaster.submit({ ...request, onOutcome: (outcome) => outcomes.push(outcome) });
    const isOpen = () => outcomes.length === 0 && !isTerminal(this.status);
    while (isOpen() && this.#turn(Number.POSITIVE_INFINITY));
    return outcomes[0] ?? null;
  }

  /** Ends the job where it stands. */
  end(status: "CANCELED" | "FINISHED"): void {
    this.#runtime.jobMaster.end(status);
    while (!isTerminal(this.status) && this.#turn(Number.POSITIVE_INFINITY));
  }

  #turn(until: number): boolean {
    return this.#runtime.turn(until);
  }
}
