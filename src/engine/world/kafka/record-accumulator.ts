import type { BatchRecord } from "./partition-log.ts";
import { partitionName, type TopicPartition } from "./records.ts";

/** Records of one partition that wait to be sent together. */
export interface PendingBatch {
  readonly partition: TopicPartition;
  readonly records: readonly BatchRecord[];
}

interface GrowingBatch {
  readonly partition: TopicPartition;
  readonly records: BatchRecord[];
  bytes: number;
}

/** What a producer has been given and not yet sent (Kafka's class of the same name): lost when its process dies. */
export class RecordAccumulator {
  readonly #batchSize: number;
  readonly #batches = new Map<string, GrowingBatch>();

  /** `batchSize` is in bytes. */
  constructor(batchSize: number) {
    this.#batchSize = batchSize;
  }

  /** How many records wait. */
  get size(): number {
    return [...this.#batches.values()].reduce((total, { records }) => total + records.length, 0);
  }

  /** Adds a record; returns the batch of its partition if that is full now. */
  append(partition: TopicPartition, record: BatchRecord, bytes: number): PendingBatch | null {
    const name = partitionName(partition);
    const batch = this.#batches.get(name) ?? { partition, records: [], bytes: 0 };
    batch.records.push(record);
    batch.bytes += bytes;
    this.#batches.set(name, batch);
    if (batch.bytes < this.#batchSize) return null;
    this.#batches.delete(name);
    return batch;
  }

  /** Takes everything that waits out, in the order in which the batches were begun. */
  drain(): readonly PendingBatch[] {
    const drained = [...this.#batches.values()];
    this.#batches.clear();
    return drained;
  }
}
