import type { CheckpointingMode } from "../task/task-checkpoints.ts";

/** When checkpoints are taken and how (Flink's `CheckpointConfig`). All times are in ms. */
export interface CheckpointConfig {
  /** Time between two checkpoints; Infinity: only when they are asked for; `null`: there are none. */
  readonly interval: number | null;
  readonly mode: CheckpointingMode;
  /** How long a checkpoint may take before it is given up. */
  readonly timeout: number;
  /** Time that must pass between the end of one checkpoint and the beginning of the next. */
  readonly minPauseBetweenCheckpoints: number;
  /** How many checkpoints may be under way at a time. */
  readonly maxConcurrentCheckpoints: number;
  /** How many checkpoints in a row may fail before the job does. */
  readonly tolerableCheckpointFailureNumber: number;
  /** Whether barriers overtake what is under way. */
  readonly unalignedCheckpoints: "disabled" | "enabled";
  /** With unaligned checkpoints: how old one may get before its barriers overtake; 0: they do from the first. */
  readonly alignedCheckpointTimeout: number;
  /** How long (ms) a subtask writes its snapshot while it goes on, by its size in elements; `null`: no time at all. */
  readonly asyncDuration: ((elements: number) => number) | null;
}

/** Flink's defaults: without an interval there are no checkpoints. */
export const DEFAULT_CHECKPOINT_CONFIG: CheckpointConfig = {
  interval: null,
  mode: "exactly-once",
  timeout: 600_000,
  minPauseBetweenCheckpoints: 0,
  maxConcurrentCheckpoints: 1,
  tolerableCheckpointFailureNumber: 0,
  unalignedCheckpoints: "disabled",
  alignedCheckpointTimeout: 0,
  asyncDuration: null,
};
