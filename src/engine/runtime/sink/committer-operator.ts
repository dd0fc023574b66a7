import type { OneInputStreamOperator, StateInitializationContext } from "../../operators/stream-operator.ts";
import { ListStateDescriptor } from "../../state/state-descriptor.ts";
import type { ListState } from "../../state/state.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { TaskOperatorParameters } from "../program/operator-factory.ts";
import { commitAll } from "./pending-commit.ts";
import type { CommittableMessage } from "./sink-writer-operator.ts";
import type { Committer, Sink } from "./sink.ts";
import { transactionText } from "./transaction-text.ts";

/**
 * Commits what writers have prepared when the checkpoint is complete to which it belongs (Flink's class of the same
 * name). What is not committed yet is state; after a failure it is committed first of all.
 */
export class CommitterOperator<Committable> implements OneInputStreamOperator<
  CommittableMessage<Committable>
> {
  readonly #parameters: TaskOperatorParameters;
  readonly #committer: Committer<Committable>;
  #pending: CommittableMessage<Committable>[] = [];
  #state: ListState<CommittableMessage<Committable>> | undefined;

  constructor(
    parameters: TaskOperatorParameters,
    createCommitter: NonNullable<Sink<never, never, Committable>["createCommitter"]>,
  ) {
    this.#parameters = parameters;
    this.#committer = createCommitter();
  }

  initializeState(context: StateInitializationContext): void {
    const descriptor = new ListStateDescriptor<CommittableMessage<Committable>>(
      "streaming_committer_raw_states",
    );
    this.#state = context.getOperatorStateStore().getListState(descriptor);
    this.#pending = [...this.#state.get()];
    this.#commitUpTo(this.#parameters.restoredCheckpointId ?? 0);
  }

  processElement(message: CommittableMessage<Committable>): void {
    this.#pending.push(message);
  }

  processWatermark(timestamp: number): void {
    this.#parameters.output.emitWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#parameters.output.emitWatermarkStatus(status);
  }

  snapshotState(): void {
    this.#state?.update(this.#pending);
  }

  notifyCheckpointComplete(checkpointId: number): void {
    this.#commitUpTo(checkpointId);
  }

  /** Without checkpoints there is none to wait for. */
  finish(): void {
    if (this.#parameters.finalCheckpoint === "none") this.#commitUpTo(Number.POSITIVE_INFINITY);
  }

  close(): void {
    this.#committer.close?.();
  }

  #traceCommit(committable: Committable, checkpointId: number): void {
    this.#parameters.tracer?.record({
      type: "transaction",
      transaction: transactionText(committable),
      state: "committed",
      checkpointId,
    });
  }

  #commitUpTo(checkpointId: number): void {
    const due = this.#pending.filter((message) => message.checkpointId <= checkpointId);
    const ids = [...new Set(due.map((message) => message.checkpointId))].sort((one, other) => one - other);
    for (const id of ids) {
      const committables = due.filter((message) => message.checkpointId === id);
      commitAll(
        this.#committer,
        committables.map(({ committable }) => committable),
      );
      for (const { committable } of committables) this.#traceCommit(committable, id);
      this.#pending = this.#pending.filter((message) => !committables.includes(message));
    }
  }
}
