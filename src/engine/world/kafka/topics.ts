import { IllegalArgumentException } from "../../java/exceptions.ts";
import { KafkaException } from "./kafka-exception.ts";
import { PartitionLog } from "./partition-log.ts";
import type { TopicPartition } from "./records.ts";
import type { TopicConfiguration } from "./topic-configuration.ts";

interface Topic {
  readonly partitions: readonly TopicPartition[];
  readonly logs: readonly PartitionLog[];
}

/** The topics of a cluster with the logs of their partitions. */
export class Topics {
  readonly #topics = new Map<string, Topic>();

  /** Throws an `IllegalArgumentException` if the topic exists or would have no partition. */
  create(topic: string, configuration: TopicConfiguration): void {
    if (this.#topics.has(topic)) throw new IllegalArgumentException(`Topic '${topic}' already exists.`);
    if (configuration.partitions < 1) {
      throw new IllegalArgumentException("Number of partitions must be at least 1.");
    }
    const partitions = Array.from({ length: configuration.partitions }, (_, partition) => ({
      topic,
      partition,
    }));
    const logs = partitions.map((partition) => new PartitionLog(partition, configuration));
    this.#topics.set(topic, { partitions, logs });
  }

  /** Throws UNKNOWN_TOPIC_OR_PARTITION. */
  partitionsOf(topic: string): readonly TopicPartition[] {
    return this.#require(topic).partitions;
  }

  /** Throws UNKNOWN_TOPIC_OR_PARTITION. */
  log({ topic, partition }: TopicPartition): PartitionLog {
    const log = this.#require(topic).logs[partition];
    if (log === undefined) throw new KafkaException("UNKNOWN_TOPIC_OR_PARTITION", `${topic}-${partition}`);
    return log;
  }

  /** Lets retention have its way with all of them. */
  deleteOldSegments(now: number): void {
    for (const { logs } of this.#topics.values()) {
      for (const log of logs) log.deleteOldSegments(now);
    }
  }

  #require(name: string): Topic {
    const topic = this.#topics.get(name);
    if (topic === undefined) throw new KafkaException("UNKNOWN_TOPIC_OR_PARTITION", name);
    return topic;
  }
}
