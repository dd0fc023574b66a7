import { UnsupportedOperationException } from "../../java/exceptions.ts";
import { LONG_MAX } from "../../java/long.ts";
import type { StateInitializationContext, StateSnapshotContext } from "../../operators/stream-operator.ts";
import { ListStateDescriptor } from "../../state/state-descriptor.ts";
import type { ListState } from "../../state/state.ts";
import type { ScheduledTimer } from "../../time/processing-time-service.ts";
import type { WatermarkStrategy } from "../../time/watermark-strategy.ts";
import type { TaskOperatorParameters } from "../program/operator-factory.ts";
import { ReaderOutputWithWatermarks } from "./reader-output-with-watermarks.ts";
import { SourceAlignment } from "./source-alignment.ts";
import type { SourceStreamOperator } from "./source-stream-operator.ts";
import type { InputStatus, Source, SourceReader, SourceSplit } from "./source.ts";
import { allOf, tracedSplits } from "./split-listener.ts";

/** What a source operator runs. */
export interface SourceOperatorOptions<T, Split extends SourceSplit> {
  readonly source: Source<T, Split>;
  readonly watermarkStrategy: WatermarkStrategy<T>;
  /** Milliseconds between two questions for watermarks; 0 for never. */
  readonly autoWatermarkInterval: number;
}

/** Runs the reader of a source in one subtask (Flink's `SourceOperator`). Its splits are its state. */
export class SourceOperator<T, Split extends SourceSplit> implements SourceStreamOperator {
  readonly #parameters: TaskOperatorParameters<T>;
  readonly #options: SourceOperatorOptions<T, Split>;
  readonly #reader: SourceReader<T, Split>;
  readonly #output: ReaderOutputWithWatermarks<T>;
  readonly #alignment: SourceAlignment | null;
  #state: ListState<Split> | undefined;
  #initialSplits: readonly Split[] = [];
  #nextTick: ScheduledTimer | undefined;

  constructor(parameters: TaskOperatorParameters<T>, options: SourceOperatorOptions<T, Split>) {
    const { runtimeContext, processingTimeService, wakeUp } = parameters;
    this.#parameters = parameters;
    this.#options = options;
    const { indexOfThisSubtask, numberOfParallelSubtasks } = runtimeContext.getTaskInfo();
    this.#reader = options.source.createReader({
      getIndexOfSubtask: () => indexOfThisSubtask,
      currentParallelism: () => numberOfParallelSubtasks,
      currentProcessingTime: () => processingTimeService.getCurrentProcessingTime(),
      wakeUp,
    });
    this.#alignment = this.#createAlignment();
    this.#output = this.#createOutput();
  }

  initializeState(context: StateInitializationContext): void {
    const descriptor = new ListStateDescriptor<Split>("SourceReaderState");
    this.#state = context.getOperatorStateStore().getListState(descriptor);
    this.#initialSplits = context.isRestored() ? [...this.#state.get()] : this.#discoveredSplits();
  }

  open(): void {
    // A split that stays silent must hold the watermark back: its output is there before its first element.
    for (const { splitId } of this.#initialSplits) this.#output.createOutputForSplit(splitId);
    this.#reader.addSplits(this.#initialSplits);
    this.#reader.start?.();
    if (this.#options.autoWatermarkInterval > 0) this.#askForWatermarksLater();
    this.#alignment?.start();
  }

  emitNext(): InputStatus {
    return this.#alignment?.isWaiting === true ? "NOTHING_AVAILABLE" : this.#reader.pollNext(this.#output);
  }

  nextAvailableAt(): number {
    return this.#alignment?.isWaiting === true ? Number.POSITIVE_INFINITY : this.#reader.nextAvailableAt();
  }

  alignTo(maxAllowedWatermark: number): void {
    this.#alignment?.alignTo(maxAllowedWatermark);
  }

  snapshotState({ getCheckpointId }: StateSnapshotContext): void {
    this.#state?.update(this.#reader.snapshotState(getCheckpointId()));
  }

  notifyCheckpointComplete(checkpointId: number): void {
    this.#reader.notifyCheckpointComplete?.(checkpointId);
  }

  /** The end of the input is the end of time. */
  finish(): void {
    this.#nextTick?.cancel();
    this.#alignment?.end();
    this.#parameters.output.emitWatermark(LONG_MAX);
  }

  close(): void {
    this.#reader.close?.();
  }

  #createAlignment(): SourceAlignment | null {
    const { alignmentParameters } = this.#options.watermarkStrategy;
    if (alignmentParameters === null) return null;
    const { processingTimeService, activityTime, reportWatermark, wakeUp } = this.#parameters;
    return new SourceAlignment(alignmentParameters.updateInterval, {
      processingTimeService,
      activityTime,
      report: reportWatermark,
      wakeUp,
      pauseOrResumeSplits: (pause, resume) => pauseOrResumeSplits(this.#reader, pause, resume),
    });
  }

  #createOutput(): ReaderOutputWithWatermarks<T> {
    const { output, activityTime, tracer } = this.#parameters;
    const alignment = this.#alignment;
    const traced = tracer === undefined ? [] : [tracedSplits(tracer)];
    return new ReaderOutputWithWatermarks(
      alignment === null ? output : alignment.watching(output),
      this.#options.watermarkStrategy,
      (split) => (alignment === null ? activityTime() : alignment.activityTime(split)),
      allOf(alignment === null ? traced : [...traced, alignment]),
    );
  }

  #discoveredSplits(): readonly Split[] {
    const { indexOfThisSubtask, numberOfParallelSubtasks } = this.#parameters.runtimeContext.getTaskInfo();
    return this.#options.source
      .discoverSplits(numberOfParallelSubtasks)
      .filter((_, index) => index % numberOfParallelSubtasks === indexOfThisSubtask);
  }

  #askForWatermarksLater(): void {
    const clock = this.#parameters.processingTimeService;
    const time = clock.getCurrentProcessingTime() + this.#options.autoWatermarkInterval;
    this.#nextTick = clock.registerTimer(time, () => {
      this.#output.emitPeriodicWatermark();
      this.#askForWatermarksLater();
    });
  }
}

/** Throws an UnsupportedOperationException for a reader that reads all its splits or none, in Flink's words. */
function pauseOrResumeSplits<T, Split extends SourceSplit>(
  reader: SourceReader<T, Split>,
  pause: readonly string[],
  resume: readonly string[],
): void {
  if (reader.pauseOrResumeSplits === undefined) {
    throw new UnsupportedOperationException(
      "This source reader does not support pausing or resuming splits which can lead to unaligned splits.",
    );
  }
  reader.pauseOrResumeSplits(pause, resume);
}
