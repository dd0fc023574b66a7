import { IllegalStateException } from "../../java/exceptions.ts";
import { DEPLOYMENT_MODES, type DeploymentMode, type DeploymentModeName } from "./deployment-mode.ts";
import { SlotPool, type Slot, type SlotPlacement } from "./slot-pool.ts";
import type { SlotSharingGroupRequest } from "./slot-request.ts";

/** The processes of a Flink cluster. */
export interface FlinkClusterConfiguration {
  readonly mode: DeploymentModeName;
  /** `jobmanager.memory.process.size` in MiB. */
  readonly jobManagerMemoryMb: number;
  /** `taskmanager.memory.process.size` in MiB. */
  readonly taskManagerMemoryMb: number;
  readonly taskManagers: number;
  /** `taskmanager.numberOfTaskSlots`; 1. */
  readonly slotsPerTaskManager?: number;
  readonly placement?: SlotPlacement;
}

/**
 * A Flink cluster of processes, to see who shares what with whom. Slots divide the memory of a TaskManager and nothing
 * else: its process, its threads, its metaspace and its death are common to all jobs that have slots there.
 */
export class FlinkCluster {
  readonly mode: DeploymentMode;
  readonly #configuration: FlinkClusterConfiguration;
  readonly #slots: SlotPool;
  readonly #jobs = new Map<string, readonly SlotSharingGroupRequest[]>();
  #taskManagersStarted = 0;

  constructor(configuration: FlinkClusterConfiguration) {
    this.mode = DEPLOYMENT_MODES[configuration.mode];
    this.#configuration = configuration;
    this.#slots = new SlotPool(configuration.placement);
    for (let count = 0; count < configuration.taskManagers; count += 1) this.#startTaskManager();
  }

  /** What all processes together take, in MiB. */
  get totalMemoryMb(): number {
    const { jobManagerMemoryMb, taskManagerMemoryMb, taskManagers } = this.#configuration;
    return jobManagerMemoryMb + taskManagers * taskManagerMemoryMb;
  }

  slots(): readonly Slot[] {
    return this.#slots.slots();
  }

  /**
   * Runs a job, which gets all the slots it needs or none. Throws a `NoResourceAvailableException`, and an
   * `IllegalStateException` if the cluster is that of another job.
   */
  submit(jobId: string, groups: readonly SlotSharingGroupRequest[]): readonly Slot[] {
    if (this.mode.clusterOf === "one job" && this.#jobs.size > 0) {
      throw new IllegalStateException("A per-job cluster runs one job.");
    }
    const slots = this.#slots.allocate(jobId, groups);
    this.#jobs.set(jobId, groups);
    return slots;
  }

  /** Ends a job. */
  cancel(jobId: string): void {
    this.#slots.release(jobId);
    this.#jobs.delete(jobId);
  }

  /**
   * Kills a TaskManager, as the operating system does when its memory is used up, and starts another in its place.
   * Returns the jobs that have to restart: all that had a slot there.
   */
  killTaskManager(taskManager: string): readonly string[] {
    const hit = this.#slots.unregister(taskManager);
    this.#startTaskManager();
    for (const jobId of hit) this.#restart(jobId);
    return hit;
  }

  /** Kills the JobManager: all jobs of the cluster have to be recovered. Returns them. */
  killJobManager(): readonly string[] {
    return [...this.#jobs.keys()];
  }

  #startTaskManager(): void {
    this.#taskManagersStarted += 1;
    this.#slots.register(
      `taskmanager-${this.#taskManagersStarted}`,
      this.#configuration.slotsPerTaskManager ?? 1,
    );
  }

  #restart(jobId: string): void {
    this.#slots.release(jobId);
    this.#slots.allocate(jobId, this.#jobs.get(jobId) ?? []);
  }
}
