import type {
  FlushReason,
  SinkWriter,
  SinkWriterContext,
  WriterInitContext,
} from "../../runtime/sink/sink.ts";
import { ConnectionException } from "../../world/connection-exception.ts";
import type { KafkaCluster } from "../../world/kafka/kafka-cluster.ts";
import { KafkaException } from "../../world/kafka/kafka-exception.ts";
import { KafkaProducer } from "../../world/kafka/kafka-producer.ts";
import type { KafkaCommittable } from "./kafka-committer.ts";
import type { KafkaSerializer } from "./kafka-sink-options.ts";
import { abortLingeringTransactions, transactionalId } from "./transactional-ids.ts";

/** What a writer with transactions is set to. */
export interface ExactlyOnceKafkaWriterOptions<In> {
  readonly cluster: KafkaCluster;
  readonly serializer: KafkaSerializer<In>;
  readonly transactionalIdPrefix: string;
  readonly producer: { readonly lingerMs: number; readonly transactionTimeoutMs: number };
}

/**
 * Writes one transaction for each checkpoint (Flink's class of the same name). Before a barrier the transaction is
 * flushed and its name given to the committer; from the snapshot on there is a new one.
 */
export class ExactlyOnceKafkaWriter<In> implements SinkWriter<In, never, KafkaCommittable> {
  readonly #options: ExactlyOnceKafkaWriterOptions<In>;
  readonly #subtask: number;
  /** The checkpoint with which the open transaction is to be committed. */
  #checkpointId: number;
  #producer: KafkaProducer;

  constructor(options: ExactlyOnceKafkaWriterOptions<In>, context: WriterInitContext) {
    const { indexOfThisSubtask, numberOfParallelSubtasks } = context.getTaskInfo();
    const startCheckpointId = (context.getRestoredCheckpointId() ?? 0) + 1;
    this.#options = options;
    this.#subtask = indexOfThisSubtask;
    abortLingeringTransactions(options.cluster, {
      prefix: options.transactionalIdPrefix,
      subtask: indexOfThisSubtask,
      parallelism: numberOfParallelSubtasks,
      startCheckpointId,
      timeoutMs: options.producer.transactionTimeoutMs,
    });
    this.#checkpointId = startCheckpointId;
    this.#producer = this.#beginTransaction();
  }

  write(element: In, context: SinkWriterContext): void {
    this.#producer.send(this.#options.serializer(element, context));
  }

  flush(_reason: FlushReason): void {
    this.#producer.flush();
  }

  /** A transaction without records needs no commit. */
  prepareCommit(): readonly KafkaCommittable[] {
    if (!this.#producer.hasRecordsInTransaction) return [];
    return [{ ...this.#producer.identity, transactionalId: this.#nameFor(this.#checkpointId) }];
  }

  snapshotState(checkpointId: number): readonly never[] {
    this.#producer.closeNow();
    this.#useNamesUpTo(checkpointId);
    this.#checkpointId = checkpointId + 1;
    this.#producer = this.#beginTransaction();
    return [];
  }

  /** Aborts what nobody will commit. If brokers do not hear it, the next attempt or the time-out does it. */
  close(): void {
    try {
      if (this.#producer.hasRecordsInTransaction) this.#producer.abortTransaction();
    } catch (failure) {
      if (!(failure instanceof KafkaException || failure instanceof ConnectionException)) throw failure;
    }
    this.#producer.closeNow();
  }

  /** Leaves no name unused, although some checkpoints never came here: whoever aborts stops at the first unused one. */
  #useNamesUpTo(checkpointId: number): void {
    const { cluster, producer } = this.#options;
    for (let skipped = this.#checkpointId + 1; skipped <= checkpointId; skipped += 1) {
      cluster.initProducerId(this.#nameFor(skipped), producer.transactionTimeoutMs);
    }
  }

  #nameFor(checkpointId: number): string {
    return transactionalId(this.#options.transactionalIdPrefix, this.#subtask, checkpointId);
  }

  #beginTransaction(): KafkaProducer {
    const { cluster, producer: settings } = this.#options;
    const producer = new KafkaProducer(cluster, {
      ...settings,
      transactionalId: this.#nameFor(this.#checkpointId),
    });
    producer.initTransactions();
    producer.beginTransaction();
    return producer;
  }
}
