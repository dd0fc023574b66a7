import type {
  Boundedness,
  InputStatus,
  ReaderOutput,
  SourceReader,
  SourceReaderContext,
} from "../../runtime/source/source.ts";
import { ConnectionException } from "../../world/connection-exception.ts";
import type { PartitionOffset } from "../../world/kafka/consumer-group-offsets.ts";
import { KafkaConsumer } from "../../world/kafka/kafka-consumer.ts";
import { partitionName, type ConsumerRecord } from "../../world/kafka/records.ts";
import type { KafkaPartitionSplit } from "./kafka-partition-split.ts";
import type { KafkaSourceOptions } from "./kafka-source-options.ts";
import { OffsetsInitializer, resetStrategyOf } from "./offsets-initializer.ts";

/** How long a client waits after a call without an answer (`retry.backoff.ms`), in ms. */
const RETRY_BACKOFF = 100;

/** Reads the partitions of one subtask (Flink's class of the same name). */
export class KafkaSourceReader<T> implements SourceReader<T, KafkaPartitionSplit> {
  readonly #options: KafkaSourceOptions<T>;
  readonly #boundedness: Boundedness;
  readonly #context: SourceReaderContext;
  readonly #consumer: KafkaConsumer;
  readonly #splits = new Map<string, KafkaPartitionSplit>();
  /** The offsets of each checkpoint that is not known to be complete. */
  readonly #offsetsToCommit = new Map<number, readonly PartitionOffset[]>();
  readonly #stopListening: () => void;
  readonly #closeSocket: () => void;
  #fetched: readonly ConsumerRecord[] = [];
  #nextRecord = 0;
  #retryAt = Number.POSITIVE_INFINITY;

  constructor(options: KafkaSourceOptions<T>, boundedness: Boundedness, context: SourceReaderContext) {
    const { cluster, groupId = null, isolationLevel = "read_uncommitted" } = options;
    const autoOffsetReset = resetStrategyOf(options.startingOffsets ?? OffsetsInitializer.earliest());
    this.#options = options;
    this.#boundedness = boundedness;
    this.#context = context;
    this.#consumer = new KafkaConsumer(cluster, { groupId, isolationLevel, autoOffsetReset });
    this.#stopListening = cluster.onReadable(() => context.wakeUp());
    this.#closeSocket = cluster.world.process.openSocket(this.#stopListening);
  }

  addSplits(splits: readonly KafkaPartitionSplit[]): void {
    for (const split of splits) {
      this.#splits.set(split.splitId, split);
      this.#consumer.seek(split, split.startingOffset);
    }
  }

  pollNext(output: ReaderOutput<T>): InputStatus {
    const record = this.#takeRecord();
    if (record === undefined) return this.#statusWithoutRecord(output);
    const splitId = partitionName(record);
    const split = this.#splits.get(splitId);
    if (split === undefined || isBehind(split, record.offset)) return "MORE_AVAILABLE";
    this.#splits.set(splitId, { ...split, startingOffset: record.offset + 1 });
    const element = this.#options.deserializer(record);
    if (element !== null) output.createOutputForSplit(splitId).collect(element, record.timestamp);
    return "MORE_AVAILABLE";
  }

  nextAvailableAt(): number {
    return this.#nextRecord < this.#fetched.length ? this.#context.currentProcessingTime() : this.#retryAt;
  }

  /** What has been fetched of a paused partition still comes. */
  pauseOrResumeSplits(pause: readonly string[], resume: readonly string[]): void {
    this.#consumer.pause(this.#partitions(pause));
    this.#consumer.resume(this.#partitions(resume));
  }

  snapshotState(checkpointId: number): readonly KafkaPartitionSplit[] {
    const splits = [...this.#splits.values()];
    const offsets = splits.map(({ topic, partition, startingOffset: offset }) => ({
      topic,
      partition,
      offset,
    }));
    this.#offsetsToCommit.set(checkpointId, offsets);
    return splits;
  }

  /** Tells the brokers how far the checkpoint is. If they do not hear it, nothing is lost. */
  notifyCheckpointComplete(checkpointId: number): void {
    const offsets = this.#offsetsToCommit.get(checkpointId) ?? [];
    for (const id of this.#offsetsToCommit.keys()) if (id <= checkpointId) this.#offsetsToCommit.delete(id);
    if (this.#options.commitOffsetsOnCheckpoint === "off") return;
    this.#withoutAnswer(() => this.#consumer.commit(offsets));
  }

  close(): void {
    this.#stopListening();
    this.#closeSocket();
  }

  #partitions(splitIds: readonly string[]): readonly KafkaPartitionSplit[] {
    return splitIds.map((id) => this.#splits.get(id)).filter((split) => split !== undefined);
  }

  #takeRecord(): ConsumerRecord | undefined {
    if (this.#nextRecord >= this.#fetched.length) this.#fetch();
    const record = this.#fetched[this.#nextRecord];
    this.#nextRecord += 1;
    return record;
  }

  #fetch(): void {
    this.#fetched = [];
    this.#nextRecord = 0;
    this.#retryAt = Number.POSITIVE_INFINITY;
    const hasAnswer = this.#withoutAnswer(() => {
      this.#fetched = this.#consumer.poll();
    });
    if (hasAnswer === "no") this.#retryAt = this.#context.currentProcessingTime() + RETRY_BACKOFF;
  }

  #statusWithoutRecord(output: ReaderOutput<T>): InputStatus {
    if (this.#boundedness === "CONTINUOUS_UNBOUNDED") return "NOTHING_AVAILABLE";
    for (const split of this.#splits.values()) {
      if (this.#isFinished(split)) output.releaseOutputForSplit(split.splitId);
    }
    return [...this.#splits.values()].every((split) => this.#isFinished(split))
      ? "END_OF_INPUT"
      : "NOTHING_AVAILABLE";
  }

  /** Markers of transactions take offsets too, so the position counts, not the last record. */
  #isFinished(split: KafkaPartitionSplit): boolean {
    return isBehind(split, this.#consumer.position(split) ?? split.startingOffset);
  }

  /** Makes a call whose answer may be missing. */
  #withoutAnswer(call: () => void): "yes" | "no" {
    try {
      call();
      return "yes";
    } catch (failure) {
      if (failure instanceof ConnectionException) return "no";
      throw failure;
    }
  }
}

/** Whether an offset is at or behind the end of a split. */
function isBehind({ stoppingOffset }: KafkaPartitionSplit, offset: number): boolean {
  return stoppingOffset !== null && offset >= stoppingOffset;
}
