import type { KafkaCluster } from "../../world/kafka/kafka-cluster.ts";
import type { ConsumerRecord, IsolationLevel } from "../../world/kafka/records.ts";
import type { OffsetsInitializer } from "./offsets-initializer.ts";

/** Makes an element of a record; `null` leaves the record out. An exception fails the job, again and again. */
export type KafkaDeserializer<T> = (record: ConsumerRecord) => T | null;

/** What a Kafka source is set to. */
export interface KafkaSourceOptions<T> {
  readonly cluster: KafkaCluster;
  readonly topics: readonly string[];
  readonly deserializer: KafkaDeserializer<T>;
  /** `group.id`, under which offsets are committed for others to see; none by default. */
  readonly groupId?: string;
  /** Where a job begins that does not go on from a checkpoint; at the earliest record by default. */
  readonly startingOffsets?: OffsetsInitializer;
  /** Where reading ends (`setBounded`); never by default. */
  readonly stoppingOffsets?: OffsetsInitializer;
  /** `isolation.level`; `read_uncommitted` by default, as Kafka's, so a consumer of transactions has to set it. */
  readonly isolationLevel?: IsolationLevel;
  /** `commit.offsets.on.checkpoint`; on by default. */
  readonly commitOffsetsOnCheckpoint?: "on" | "off";
}
