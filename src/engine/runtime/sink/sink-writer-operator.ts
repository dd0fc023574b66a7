import { LONG_MIN } from "../../java/long.ts";
import type {
  OneInputStreamOperator,
  StateInitializationContext,
  StateSnapshotContext,
} from "../../operators/stream-operator.ts";
import { ListStateDescriptor } from "../../state/state-descriptor.ts";
import type { ListState } from "../../state/state.ts";
import { NO_TIMESTAMP } from "../../time/timestamp.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { TaskOperatorParameters } from "../program/operator-factory.ts";
import type { Sink, SinkWriter, SinkWriterContext, WriterInitContext } from "./sink.ts";
import { transactionText } from "./transaction-text.ts";

/** Something to commit, on its way from a writer to its committer (Flink's `CommittableWithLineage`). */
export interface CommittableMessage<Committable> {
  readonly checkpointId: number;
  readonly committable: Committable;
}

/** Runs the writer of a sink (Flink's class of the same name). */
export class SinkWriterOperator<In, State, Committable>
  implements OneInputStreamOperator<In>, SinkWriterContext
{
  readonly #parameters: TaskOperatorParameters<CommittableMessage<Committable>>;
  readonly #sink: Sink<In, State, Committable>;
  #writer: SinkWriter<In, State, Committable> | undefined;
  #state: ListState<State> | undefined;
  #timestamp = NO_TIMESTAMP;
  #currentWatermark = LONG_MIN;
  #lastKnownCheckpointId: number;
  #hasEnded = false;

  constructor(
    parameters: TaskOperatorParameters<CommittableMessage<Committable>>,
    sink: Sink<In, State, Committable>,
  ) {
    this.#parameters = parameters;
    this.#sink = sink;
    this.#lastKnownCheckpointId = parameters.restoredCheckpointId ?? 0;
  }

  initializeState(context: StateInitializationContext): void {
    const descriptor = new ListStateDescriptor<State>("writer_raw_states");
    this.#state = context.getOperatorStateStore().getListState(descriptor);
    const restored = this.#state.get();
    const { restoreWriter } = this.#sink;
    this.#writer =
      context.isRestored() && restoreWriter !== undefined && restored.length > 0
        ? this.#sink.restoreWriter?.(this.#initContext(), restored)
        : this.#sink.createWriter(this.#initContext());
  }

  processElement(value: In, timestamp: number): void {
    this.#timestamp = timestamp;
    this.#writer?.write(value, this);
  }

  processWatermark(timestamp: number): void {
    this.#parameters.output.emitWatermark(timestamp);
    this.#currentWatermark = timestamp;
    this.#writer?.writeWatermark?.(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#parameters.output.emitWatermarkStatus(status);
  }

  prepareSnapshotPreBarrier(checkpointId: number): void {
    if (this.#hasEnded) return;
    this.#writer?.flush("checkpoint");
    this.#emitCommittables(checkpointId);
  }

  snapshotState({ getCheckpointId }: StateSnapshotContext): void {
    this.#state?.update(this.#writer?.snapshotState?.(getCheckpointId()) ?? []);
  }

  finish(): void {
    this.#hasEnded = true;
    this.#writer?.flush("endOfInput");
    this.#emitCommittables(this.#lastKnownCheckpointId + 1);
  }

  close(): void {
    this.#writer?.close?.();
  }

  timestamp(): number | null {
    return this.#timestamp === NO_TIMESTAMP ? null : this.#timestamp;
  }

  currentWatermark(): number {
    return this.#currentWatermark;
  }

  #emitCommittables(checkpointId: number): void {
    this.#lastKnownCheckpointId = checkpointId;
    for (const committable of this.#writer?.prepareCommit?.() ?? []) {
      this.#parameters.tracer?.record({
        type: "transaction",
        transaction: transactionText(committable),
        state: "pre-committed",
        checkpointId,
      });
      this.#parameters.output.collect({ checkpointId, committable }, NO_TIMESTAMP);
    }
  }

  #initContext(): WriterInitContext {
    const { runtimeContext, processingTimeService, restoredCheckpointId } = this.#parameters;
    return {
      getTaskInfo: () => runtimeContext.getTaskInfo(),
      getProcessingTimeService: () => processingTimeService,
      getRestoredCheckpointId: () => restoredCheckpointId,
    };
  }
}
