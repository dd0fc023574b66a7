import type { BackPressureLevel } from "../../cluster/task-io-metrics.ts";
import type { CheckpointRecord } from "../cluster/checkpoint-statistics.ts";
import type { JobStatus } from "../cluster/job-status.ts";

/** What a run has used and how its parts have spent their time. Times are virtual ms, sizes bytes, ratios 0 to 1. */
export interface MetricsReport extends StatePeaks {
  readonly jobName: string;
  readonly status: JobStatus;
  /** The steps of all subtasks and the JobManager together. */
  readonly steps: number;
  readonly duration: number;
  /** How often subtasks have been restarted by the JobManager of the end. */
  readonly restarts: number;
  readonly completedCheckpoints: number;
  /** All checkpoints that have ended, in this order. */
  readonly checkpoints: readonly CheckpointRecord[];
  /** The tasks, which are chains of operators, from the sources on. */
  readonly tasks: readonly TaskReport[];
  readonly operators: readonly OperatorReport[];
}

/** What is there at the end, and the most that there has been after any step: summed over all subtasks. */
export interface StatePeaks {
  /** Entries of keyed state; a leak is a number that never falls. */
  readonly stateEntries: number;
  readonly maxStateEntries: number;
  /** Keyed state as Flink's serializers would write it. */
  readonly stateBytes: number;
  readonly maxStateBytes: number;
  /** Timers of event time and of processing time. */
  readonly timers: number;
  readonly maxTimers: number;
}

/** How the time has been spent in which there was input: Flink's formula, over the whole run instead of a minute. */
export interface LoadReport {
  /** What is neither idle nor back-pressured. */
  readonly busyRatio: number;
  readonly idleRatio: number;
  /** No room for output, before a record or within one. */
  readonly backPressuredRatio: number;
  /** What Flink's web UI says of `backPressuredRatio`. */
  readonly backPressureLevel: BackPressureLevel;
}

/** What has gone through a task, and what has waited for it. */
export interface TrafficReport {
  /** Over all attempts: what is replayed counts again. */
  readonly numRecordsIn: number;
  readonly numRecordsOut: number;
  /** The most records that waited in front of a subtask, unread by it or held back at its senders. */
  readonly peakQueueRecords: number;
  readonly peakQueueBuffers: number;
  /** The most buffers in use of those that an output may fill; above 1: the overdraft too. */
  readonly peakOutPoolUsage: number;
  /** The longest that the first barrier of a checkpoint has waited for the last one. */
  readonly maxAlignmentDuration: number;
}

/** A task: the times and records of its subtasks together, of queues and waits the worst. */
export interface TaskReport extends LoadReport, TrafficReport {
  readonly name: string;
  readonly operators: readonly string[];
  readonly parallelism: number;
  /** The records of the subtask that got the most, beside the mean: 1 is even. */
  readonly skew: number;
  readonly subtasks: readonly SubtaskReport[];
}

/** One subtask over all its attempts. */
export interface SubtaskReport extends LoadReport, TrafficReport {
  readonly subtask: number;
  /** How often it came up: an attempt that failed while it was being deployed is none. */
  readonly attempts: number;
  readonly busyTime: number;
  readonly idleTime: number;
  readonly softBackPressuredTime: number;
  readonly hardBackPressuredTime: number;
}

/** An operator, over all its instances. */
export interface OperatorReport extends StatePeaks {
  readonly name: string;
  readonly task: string;
  readonly parallelism: number;
  /** Over all attempts: what is replayed counts again. A source has no input. */
  readonly numRecordsIn: number;
  /** With those of side outputs. */
  readonly numRecordsOut: number;
  /** Dropped because they were late; those of a late side output are not among them. */
  readonly numLateRecordsDropped: number;
  readonly skew: number;
  /** The records of each key group that had any; none if the operator is not keyed. */
  readonly keyGroups: readonly KeyGroupReport[];
  readonly instances: readonly OperatorInstanceReport[];
}

/** The records of one key group. */
export interface KeyGroupReport {
  readonly keyGroup: number;
  readonly subtask: number;
  readonly keys: number;
  readonly records: number;
}

/** One instance of an operator over all its attempts. */
export interface OperatorInstanceReport extends StatePeaks {
  readonly subtask: number;
  readonly numRecordsIn: number;
  readonly numRecordsOut: number;
  /** The newest watermark that came in, ms; Infinity at the end of time. */
  readonly currentInputWatermark: number;
}
