import type { SinkWriterContext } from "../../runtime/sink/sink.ts";
import type { KafkaCluster } from "../../world/kafka/kafka-cluster.ts";
import type { ProducerRecord } from "../../world/kafka/records.ts";

/** What a sink promises of each element (Flink's class of the same name). */
export type DeliveryGuarantee = "NONE" | "AT_LEAST_ONCE" | "EXACTLY_ONCE";

/** Makes a record of an element (Flink's `KafkaRecordSerializationSchema`). */
export type KafkaSerializer<In> = (element: In, context: SinkWriterContext) => ProducerRecord;

/** What a Kafka sink is set to. */
export interface KafkaSinkOptions<In> {
  readonly cluster: KafkaCluster;
  readonly serializer: KafkaSerializer<In>;
  /** Flink's default is NONE: what waits in the producer when a job fails is lost. */
  readonly deliveryGuarantee?: DeliveryGuarantee;
  /** Begins the names of all transactions: no other sink of the brokers may have it. Needed for EXACTLY_ONCE. */
  readonly transactionalIdPrefix?: string;
  /**
   * `transaction.timeout.ms`; 1 hour, which is more than brokers allow unless they are told to. It must be longer than
   * the time between checkpoints and the longest outage together: what is aborted by then is lost.
   */
  readonly transactionTimeoutMs?: number;
  /** `linger.ms`; 0. */
  readonly lingerMs?: number;
}
