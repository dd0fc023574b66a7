import { IllegalArgumentException } from "../../java/exceptions.ts";
import { KafkaException } from "./kafka-exception.ts";
import { PartitionLog } from "./partition-log.ts";
import type { TopicPartition } from "./records.ts";
import type { TopicConfiguration } from "./topic-configuration.ts";

/** The topics of a cluster with the logs of their partitions. */
export class Topics {
  readonly #logs = new Map<string, readonly PartitionLog[]>();

  /** Throws an `IllegalArgumentException` if the topic exists or would have no partition. */
  create(topic: string, configuration: TopicConfiguration): void {
    if (this.#logs.has(topic)) throw new IllegalArgumentException(`Topic '${topic}' already exists.`);
    if (configuration.partitions < 1) {
      throw new IllegalArgumentException("Number of partitions must be at least 1.");
    }
    const partitions = Array.from({ length: configuration.partitions }, (_, partition) => partition);
    this.#logs.set(
      topic,
      partitions.map((partition) => new PartitionLog({ topic, partition }, configuration)),
    );
  }

  /** Throws UNKNOWN_TOPIC_OR_PARTITION. */
  partitionsOf(topic: string): readonly TopicPartition[] {
    return this.#logsOf(topic).map((_, partition) => ({ topic, partition }));
  }

  /** Throws UNKNOWN_TOPIC_OR_PARTITION. */
  log({ topic, partition }: TopicPartition): PartitionLog {
    const log = this.#logsOf(topic)[partition];
    if (log === undefined) throw new KafkaException("UNKNOWN_TOPIC_OR_PARTITION", `${topic}-${partition}`);
    return log;
  }

  /** Lets retention have its way with all of them. */
  deleteOldSegments(now: number): void {
    for (const logs of this.#logs.values()) {
      for (const log of logs) log.deleteOldSegments(now);
    }
  }

  #logsOf(topic: string): readonly PartitionLog[] {
    const logs = this.#logs.get(topic);
    if (logs === undefined) throw new KafkaException("UNKNOWN_TOPIC_OR_PARTITION", topic);
    return logs;
  }
}
