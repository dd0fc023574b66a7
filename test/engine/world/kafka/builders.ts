import type { KafkaClusterConfiguration } from "../../../../src/engine/world/kafka/kafka-cluster-configuration.ts";
import { KafkaCluster } from "../../../../src/engine/world/kafka/kafka-cluster.ts";
import { KafkaConsumer } from "../../../../src/engine/world/kafka/kafka-consumer.ts";
import { KafkaProducer } from "../../../../src/engine/world/kafka/kafka-producer.ts";
import type { IsolationLevel } from "../../../../src/engine/world/kafka/records.ts";
import type { TopicConfiguration } from "../../../../src/engine/world/kafka/topic-configuration.ts";
import { World } from "../../../../src/engine/world/world.ts";
import { TestClock } from "../test-clock.ts";

/** The one topic that tests write to. */
export const TOPIC = "orders";

/** A cluster with one topic, and the clock that it runs by. */
export function aCluster(
  topic: Partial<TopicConfiguration> = {},
  configuration: Partial<KafkaClusterConfiguration> = {},
): { readonly kafka: KafkaCluster; readonly clock: TestClock; readonly world: World } {
  const clock = new TestClock();
  const world = new World(clock, 7);
  const kafka = new KafkaCluster(world, configuration);
  kafka.createTopic(TOPIC, topic);
  return { kafka, clock, world };
}

/** A producer that has taken its transactional id over and begun a transaction. */
export function aTransaction(kafka: KafkaCluster, transactionalId: string): KafkaProducer {
  const producer = new KafkaProducer(kafka, { transactionalId });
  producer.initTransactions();
  producer.beginTransaction();
  return producer;
}

/** All values of the first partition that a consumer of this isolation sees. */
export function valuesIn(kafka: KafkaCluster, isolationLevel: IsolationLevel): readonly unknown[] {
  const consumer = new KafkaConsumer(kafka, {
    isolationLevel,
    maxPollRecords: 1000,
    autoOffsetReset: "earliest",
  });
  consumer.assign([{ topic: TOPIC, partition: 0 }]);
  return consumer.poll().map(({ value }) => value);
}
