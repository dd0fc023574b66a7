import type { WatermarkOutput } from "../../time/watermark-generator.ts";

/** A part of a source that one reader reads at a time: a partition, a file, a range (Flink's `SourceSplit`). */
export interface SourceSplit {
  readonly splitId: string;
}

/** Whether a source comes to an end by itself (Flink's `Boundedness`). */
export type Boundedness = "BOUNDED" | "CONTINUOUS_UNBOUNDED";

/** What a reader knows of the elements to come when it was asked for the next one (Flink's `InputStatus`). */
export type InputStatus = "MORE_AVAILABLE" | "NOTHING_AVAILABLE" | "END_OF_INPUT";

/** Where a reader puts its elements (Flink's `SourceOutput`); watermarks are for sources that know time themselves. */
export interface SourceOutput<T> extends WatermarkOutput {
  /** Sends an element with the timestamp (ms) that it has in the system outside; none by default. */
  readonly collect: (element: T, timestamp?: number) => void;
}

/** The output of a reader: for all its splits together, or one for each so that each has watermarks of its own. */
export interface ReaderOutput<T> extends SourceOutput<T> {
  readonly createOutputForSplit: (splitId: string) => SourceOutput<T>;
  readonly releaseOutputForSplit: (splitId: string) => void;
}

/** What a reader knows of its surroundings (Flink's `SourceReaderContext`). */
export interface SourceReaderContext {
  readonly getIndexOfSubtask: () => number;
  readonly currentParallelism: () => number;
  /** Returns the processing time in ms. */
  readonly currentProcessingTime: () => number;
  /** Says that there may be something to read before the time that the reader has named. */
  readonly wakeUp: () => void;
}

/**
 * Reads the splits of one subtask (Flink's `SourceReader`). Calls come in this order: `addSplits` (new ones, or those of
 * a snapshot), `start`, then `pollNext` as long as there is something, and `close`.
 */
export interface SourceReader<T, Split extends SourceSplit> {
  readonly addSplits: (splits: readonly Split[]) => void;
  readonly start?: () => void;
  /** Sends at most one element, and says whether there is another one. Must not wait: if nothing is there it says so. */
  readonly pollNext: (output: ReaderOutput<T>) => InputStatus;
  /** Returns when (ms) to ask again after NOTHING_AVAILABLE; Infinity to be woken up (Flink's `isAvailable`). */
  readonly nextAvailableAt: () => number;
  /** Returns the splits with how far each has been read: all that a reader is after a failure. */
  /** Reads some splits no longer until they are resumed: with watermark alignment they are too far ahead. */
  readonly pauseOrResumeSplits?: (pause: readonly string[], resume: readonly string[]) => void;
  readonly snapshotState: (checkpointId: number) => readonly Split[];
  readonly notifyCheckpointComplete?: (checkpointId: number) => void;
  readonly close?: () => void;
}

/** Where a stream begins (Flink's `Source` of FLIP-27). It must be able to read again from where a snapshot says. */
export interface Source<T, Split extends SourceSplit = SourceSplit> {
  readonly boundedness: Boundedness;
  /** Returns the splits of a job that starts anew; the i-th goes to subtask `i % parallelism`. */
  readonly discoverSplits: (parallelism: number) => readonly Split[];
  readonly createReader: (context: SourceReaderContext) => SourceReader<T, Split>;
}
