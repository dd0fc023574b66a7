import {
  DEFAULT_EXPONENTIAL_DELAY,
  type RestartStrategyOptions,
} from "../../cluster/restart-backoff-time-strategy.ts";
import type { OperatorChaining } from "../../graph/chaining.ts";
import { type CheckpointConfig, DEFAULT_CHECKPOINT_CONFIG } from "../checkpoint/checkpoint-config.ts";
import type { CompletedCheckpoint } from "../checkpoint/completed-checkpoint.ts";
import type { NonRestoredState } from "../execution/task-starts.ts";
import { DEFAULT_NETWORK_OPTIONS, type NetworkOptions } from "../network/network-options.ts";
import type { Handover } from "../task/record-writer-output.ts";

/** What a job begins with instead of nothing (Flink's `SavepointRestoreSettings`). */
export interface SavepointRestoreSettings {
  readonly savepoint: CompletedCheckpoint;
  readonly nonRestoredState: NonRestoredState;
}

/** How a job runs, whatever its graph (Flink's configuration of a job and its cluster). */
export interface JobConfiguration {
  readonly jobName: string;
  readonly chaining: OperatorChaining;
  readonly checkpointing: CheckpointConfig;
  /** `null`: Flink's default, exponential delay with checkpoints and none without. */
  readonly restartStrategy: RestartStrategyOptions | null;
  readonly network: NetworkOptions;
  /** Whether values are passed on as they are (object reuse) or copied. */
  readonly handover: Handover;
  /** Slots of each TaskManager. */
  readonly slotsPerTaskManager: number;
  /** TaskManagers that there are; Infinity: as many as the job needs. */
  readonly taskManagers: number;
  /** Whether a new JobManager finds the job and its checkpoints when the old one is gone. */
  readonly highAvailability: "enabled" | "disabled";
  readonly restoreFrom: SavepointRestoreSettings | null;
}

/** Flink's defaults, but for object reuse: here values are passed on as they are unless a job wants copies. */
export const DEFAULT_JOB_CONFIGURATION: JobConfiguration = {
  jobName: "Flink Streaming Job",
  chaining: "enabled",
  checkpointing: DEFAULT_CHECKPOINT_CONFIG,
  restartStrategy: null,
  network: DEFAULT_NETWORK_OPTIONS,
  handover: "reference",
  slotsPerTaskManager: 1,
  taskManagers: Number.POSITIVE_INFINITY,
  highAvailability: "enabled",
  restoreFrom: null,
};

/** Returns the restart strategy of a job: the one that it wants, or Flink's default. */
export function restartStrategyOf({
  restartStrategy,
  checkpointing,
}: JobConfiguration): RestartStrategyOptions {
  if (restartStrategy !== null) return restartStrategy;
  return checkpointing.interval === null ? { type: "none" } : DEFAULT_EXPONENTIAL_DELAY;
}
