import type { TaskInfo } from "../../operators/runtime-context.ts";
import type { ProcessingTimeService } from "../../time/processing-time-service.ts";

/** What a sink writer knows when it begins (Flink's `WriterInitContext`). */
export interface WriterInitContext {
  readonly getTaskInfo: () => TaskInfo;
  readonly getProcessingTimeService: () => ProcessingTimeService;
  /** Returns the checkpoint from which the job goes on; `null` if it begins anew. */
  readonly getRestoredCheckpointId: () => number | null;
}

/** What a sink writer knows of an element (Flink's `SinkWriter.Context`). */
export interface SinkWriterContext {
  /** Returns the element's timestamp in ms; `null` if it has none. */
  readonly timestamp: () => number | null;
  /** Returns the newest watermark in ms. */
  readonly currentWatermark: () => number;
}

/** Why a writer must let go of what it holds: a checkpoint is taken, or nothing more will come. */
export type FlushReason = "checkpoint" | "endOfInput";

/**
 * Writes the elements of one subtask to a system outside (Flink's `SinkWriter`, with `StatefulSinkWriter` and
 * `CommittingSinkWriter`). For a checkpoint come `flush`, `prepareCommit` and, after the barrier, `snapshotState`.
 */
export interface SinkWriter<In, State = never, Committable = never> {
  readonly write: (element: In, context: SinkWriterContext) => void;
  readonly writeWatermark?: (timestamp: number) => void;
  readonly flush: (reason: FlushReason) => void;
  /** Returns what the writer needs to go on after a failure. */
  readonly snapshotState?: (checkpointId: number) => readonly State[];
  /** Returns what has been written and must only be seen when the checkpoint is complete. */
  readonly prepareCommit?: () => readonly Committable[];
  readonly close?: () => void;
}

/** One thing to commit, and what came of it (Flink's `Committer.CommitRequest`). Who says nothing has committed it. */
export interface CommitRequest<Committable> {
  readonly getCommittable: () => Committable;
  /** Returns how often it has been tried before. */
  readonly getNumberOfRetries: () => number;
  /** It had been committed before: after a failure everything is committed again. */
  readonly signalAlreadyCommitted: () => void;
  /** It can never be committed and is given up. */
  readonly signalFailedWithKnownReason: (error: Error) => void;
  /** It cannot be committed and nobody knows why: the job fails. */
  readonly signalFailedWithUnknownReason: (error: Error) => void;
  /** It is to be tried again. */
  readonly retryLater: () => void;
}

/** Makes seen what writers have prepared (Flink's `Committer`). To commit twice must do no harm. */
export interface Committer<Committable> {
  readonly commit: (requests: readonly CommitRequest<Committable>[]) => void;
  readonly close?: () => void;
}

/** Where a stream ends (Flink's `Sink`, with `SupportsWriterState` and `SupportsCommitter`). */
export interface Sink<In, State = never, Committable = never> {
  readonly createWriter: (context: WriterInitContext) => SinkWriter<In, State, Committable>;
  /** Makes a writer that goes on from a snapshot; without it a writer begins anew. */
  readonly restoreWriter?: (
    context: WriterInitContext,
    states: readonly State[],
  ) => SinkWriter<In, State, Committable>;
  readonly createCommitter?: () => Committer<Committable>;
}
