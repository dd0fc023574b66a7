import type { OperatorStateBackend } from "../state/operator-state-backend.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";

/** What an operator learns before it opens: its operator state, and whether it comes from a snapshot. */
export interface StateInitializationContext {
  readonly isRestored: () => boolean;
  readonly getOperatorStateStore: () => OperatorStateBackend;
}

/** What an operator learns when a snapshot is made. */
export interface StateSnapshotContext {
  readonly getCheckpointId: () => number;
}

/**
 * One step of a pipeline (Flink's `StreamOperator`). Whoever runs it calls, in this order: `initializeState`, `open`,
 * the methods for elements and watermarks, at the end of the input `finish`, and `close`. For a checkpoint it calls
 * `prepareSnapshotPreBarrier`, sends the barrier on, calls `snapshotState` and then copies the backends.
 */
export interface StreamOperator {
  readonly initializeState?: (context: StateInitializationContext) => void;
  readonly open?: () => void;
  /** The last moment to send something that belongs before the barrier. */
  readonly prepareSnapshotPreBarrier?: (checkpointId: number) => void;
  /** Puts into operator state what isn't there yet. */
  readonly snapshotState?: (context: StateSnapshotContext) => void;
  readonly notifyCheckpointComplete?: (checkpointId: number) => void;
  readonly notifyCheckpointAborted?: (checkpointId: number) => void;
  /** All input has come: what is buffered goes out now. */
  readonly finish?: () => void;
  readonly close?: () => void;
}

/** An operator with one input (Flink's `OneInputStreamOperator`). */
export interface OneInputStreamOperator<In> extends StreamOperator {
  /** Takes a record; `timestamp` is in ms, NO_TIMESTAMP if it has none. */
  readonly processElement: (value: In, timestamp: number) => void;
  /** Fires the timers that are due and then sends the watermark on. */
  readonly processWatermark: (timestamp: number) => void;
  readonly processWatermarkStatus: (status: WatermarkStatus) => void;
}

/** An operator with two inputs, each with its own watermark (Flink's `TwoInputStreamOperator`). */
export interface TwoInputStreamOperator<In1, In2> extends StreamOperator {
  readonly processElement1: (value: In1, timestamp: number) => void;
  readonly processElement2: (value: In2, timestamp: number) => void;
  readonly processWatermark1: (timestamp: number) => void;
  readonly processWatermark2: (timestamp: number) => void;
  readonly processWatermarkStatus1: (status: WatermarkStatus) => void;
  readonly processWatermarkStatus2: (status: WatermarkStatus) => void;
}
