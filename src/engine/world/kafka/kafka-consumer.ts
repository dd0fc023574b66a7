import type { PartitionOffset } from "./consumer-group-offsets.ts";
import type { KafkaCluster } from "./kafka-cluster.ts";
import { isKafkaError, KafkaException } from "./kafka-exception.ts";
import { partitionName, type ConsumerRecord, type IsolationLevel, type TopicPartition } from "./records.ts";

/** Where a consumer goes on that has no valid offset (`auto.offset.reset`). */
export type OffsetResetStrategy = "earliest" | "latest" | "none";

/** What a consumer is set to; the names are those of Kafka's settings. */
export interface KafkaConsumerConfiguration {
  /** `group.id`; `null` for a consumer that commits nothing. */
  readonly groupId: string | null;
  /** `isolation.level`; Kafka's default shows open and aborted transactions too. */
  readonly isolationLevel: IsolationLevel;
  /** `auto.offset.reset`; by default what lies between is silently left out. */
  readonly autoOffsetReset: OffsetResetStrategy;
  /** `max.poll.records`; 500. */
  readonly maxPollRecords: number;
}

/** Returns a consumer's settings: Kafka's defaults where nothing is given. */
export function kafkaConsumerConfiguration(
  given: Partial<KafkaConsumerConfiguration>,
): KafkaConsumerConfiguration {
  return {
    groupId: null,
    isolationLevel: "read_uncommitted",
    autoOffsetReset: "latest",
    maxPollRecords: 500,
    ...given,
  };
}

interface Position {
  readonly partition: TopicPartition;
  offset: number;
}

/** Reads partitions that it is told to read (Kafka's client of the same name, with `assign`, as Flink uses it). */
export class KafkaConsumer {
  readonly #cluster: KafkaCluster;
  readonly #configuration: KafkaConsumerConfiguration;
  readonly #paused = new Set<string>();
  #positions: Position[] = [];

  constructor(cluster: KafkaCluster, given: Partial<KafkaConsumerConfiguration> = {}) {
    this.#cluster = cluster;
    this.#configuration = kafkaConsumerConfiguration(given);
  }

  /** Reads these partitions from now on, each from what its group has committed, or else as the reset strategy says. */
  assign(partitions: readonly TopicPartition[]): void {
    this.#positions = partitions.map((partition) => ({
      partition,
      offset: this.committed(partition) ?? this.#resetOffset(partition, "NO_OFFSET_FOR_PARTITION"),
    }));
  }

  /** Reads a partition from an offset on, which need not exist any more. */
  seek(partition: TopicPartition, offset: number): void {
    const position = this.#positionOf(partition);
    if (position === undefined) this.#positions.push({ partition, offset });
    else position.offset = offset;
  }

  /** Fetches nothing of these partitions until they are resumed; their positions stay. */
  pause(partitions: readonly TopicPartition[]): void {
    for (const partition of partitions) this.#paused.add(partitionName(partition));
  }

  resume(partitions: readonly TopicPartition[]): void {
    for (const partition of partitions) this.#paused.delete(partitionName(partition));
  }

  /** Reads a partition no longer. */
  unassign(partition: TopicPartition): void {
    this.#positions = this.#positions.filter((position) => position !== this.#positionOf(partition));
  }

  /** Returns the offset of the record that comes next, `null` for a partition that is not read. */
  position(partition: TopicPartition): number | null {
    return this.#positionOf(partition)?.offset ?? null;
  }

  /**
   * Returns what has come, at most `max.poll.records` records: of the first partition that has any. The next call begins
   * with the partition behind it. Throws OFFSET_OUT_OF_RANGE with the reset strategy `none`.
   */
  poll(): readonly ConsumerRecord[] {
    for (const position of this.#positions) {
      if (this.#paused.has(partitionName(position.partition))) continue;
      const records = this.#fetch(position);
      if (records.length === 0) continue;
      this.#moveBehindOthers(position);
      return records;
    }
    return [];
  }

  /** Notes on the brokers how far the group has come. */
  commit(offsets: readonly PartitionOffset[]): void {
    const { groupId } = this.#configuration;
    if (groupId !== null && offsets.length > 0) this.#cluster.commitOffsets(groupId, offsets);
  }

  /** Returns what the group has committed, `null` if nothing. */
  committed(partition: TopicPartition): number | null {
    const { groupId } = this.#configuration;
    return groupId === null ? null : this.#cluster.committedOffset(groupId, partition);
  }

  #fetch(position: Position): readonly ConsumerRecord[] {
    const { isolationLevel: isolation, maxPollRecords: maxRecords } = this.#configuration;
    try {
      const { records, nextOffset } = this.#cluster.fetch(position.partition, {
        offset: position.offset,
        maxRecords,
        isolation,
      });
      position.offset = nextOffset;
      return records;
    } catch (failure) {
      if (!isKafkaError(failure, "OFFSET_OUT_OF_RANGE")) throw failure;
      position.offset = this.#resetOffset(position.partition, "OFFSET_OUT_OF_RANGE");
      return [];
    }
  }

  #resetOffset(
    partition: TopicPartition,
    problem: "OFFSET_OUT_OF_RANGE" | "NO_OFFSET_FOR_PARTITION",
  ): number {
    switch (this.#configuration.autoOffsetReset) {
      case "earliest":
        return this.#cluster.earliestOffset(partition);
      case "latest":
        return this.#cluster.latestOffset(partition, this.#configuration.isolationLevel);
      case "none":
        throw new KafkaException(problem, partitionName(partition));
    }
  }

  #positionOf(partition: TopicPartition): Position | undefined {
    const name = partitionName(partition);
    return this.#positions.find((position) => partitionName(position.partition) === name);
  }

  #moveBehindOthers(position: Position): void {
    const index = this.#positions.indexOf(position);
    this.#positions = [...this.#positions.slice(index + 1), ...this.#positions.slice(0, index + 1)];
  }
}
