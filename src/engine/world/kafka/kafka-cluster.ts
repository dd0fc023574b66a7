import { copyValue } from "../../state/copy-value.ts";
import { Endpoint } from "../endpoint.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../external-system.ts";
import { everyInBackground, type WorldClock } from "../world-clock.ts";
import type { World } from "../world.ts";
import { ConsumerGroupOffsets, type PartitionOffset } from "./consumer-group-offsets.ts";
import { kafkaClusterConfiguration, type KafkaClusterConfiguration } from "./kafka-cluster-configuration.ts";
import type { TransactionOutcome } from "./log-entry.ts";
import type { BatchRecord, FetchedRecords } from "./partition-log.ts";
import type { BatchOrigin, ProducerIdentity } from "./producer-identity.ts";
import type { IsolationLevel, TopicPartition } from "./records.ts";
import { topicConfiguration, type TopicConfiguration } from "./topic-configuration.ts";
import { Topics } from "./topics.ts";
import { TransactionCoordinator, type TransactionDescription } from "./transaction-coordinator.ts";

/** What a consumer asks for. */
export interface FetchPosition {
  readonly offset: number;
  readonly maxRecords: number;
  readonly isolation: IsolationLevel;
}

/**
 * A Kafka cluster: partitioned logs that keep their records, the offsets of consumer groups, and transactions. It models
 * brokers that never lose what they have acknowledged; replication is not a part of it. Each public method is one
 * request of Kafka's protocol, and clients are `KafkaProducer` and `KafkaConsumer`.
 */
export class KafkaCluster implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM]: string;
  readonly endpoint: Endpoint;
  readonly clock: WorldClock;
  readonly world: World;
  readonly #topics = new Topics();
  readonly #groups = new ConsumerGroupOffsets();
  readonly #coordinator: TransactionCoordinator;
  readonly #listeners = new Set<() => void>();
  #producerIds = 0;

  constructor(world: World, given: Partial<KafkaClusterConfiguration> = {}) {
    const configuration = kafkaClusterConfiguration(given);
    this[EXTERNAL_SYSTEM] = configuration.name;
    this.world = world;
    this.clock = world.clock;
    this.endpoint = new Endpoint(world, configuration.name, configuration);
    this.#coordinator = new TransactionCoordinator(
      configuration.transactionMaxTimeoutMs,
      () => this.#newProducerId(),
      (partition, identity, outcome) => {
        this.#topics.log(partition).endTransaction(identity, outcome, this.clock.now());
      },
    );
    everyInBackground(this.clock, configuration.transactionCleanupIntervalMs, () => this.#abortTimedOut());
    everyInBackground(this.clock, configuration.retentionCheckIntervalMs, () =>
      this.#topics.deleteOldSegments(this.clock.now()),
    );
  }

  createTopic(name: string, configuration: Partial<TopicConfiguration> = {}): void {
    this.#topics.create(name, topicConfiguration(configuration));
  }

  /** Returns the partitions of a topic. Throws UNKNOWN_TOPIC_OR_PARTITION. */
  partitionsFor(topic: string): readonly TopicPartition[] {
    return this.#topics.partitionsOf(topic);
  }

  /** Has `listener` called whenever consumers may see more than before. Returns what ends that. */
  onReadable(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Writes a batch (`Produce`) and returns the offset of its first record. Throws INVALID_PRODUCER_EPOCH or
   * OUT_OF_ORDER_SEQUENCE_NUMBER.
   */
  produce(partition: TopicPartition, records: readonly BatchRecord[], origin: BatchOrigin): number {
    return this.endpoint.callAside("Produce", () => {
      const offset = this.#topics.log(partition).append(records, origin, this.clock.now());
      this.#notify();
      return offset;
    });
  }

  /** Reads records (`Fetch`). Throws OFFSET_OUT_OF_RANGE. */
  fetch(partition: TopicPartition, position: FetchPosition): FetchedRecords {
    return this.endpoint.callAside("Fetch", () => {
      const { offset, maxRecords, isolation } = position;
      return copyValue(this.#topics.log(partition).read(offset, maxRecords, isolation));
    });
  }

  /** Returns the offset of the oldest record that is still there (`ListOffsets`). */
  earliestOffset(partition: TopicPartition): number {
    return this.endpoint.call("ListOffsets", () => this.#topics.log(partition).logStartOffset);
  }

  /** Returns the offset behind the newest record that a consumer of this isolation can see (`ListOffsets`). */
  latestOffset(partition: TopicPartition, isolation: IsolationLevel = "read_uncommitted"): number {
    return this.endpoint.call("ListOffsets", () => this.#topics.log(partition).readableUntil(isolation));
  }

  /** Returns the offset of the first record that is not older than a time in ms, `null` if there is none (`ListOffsets`). */
  offsetForTime(partition: TopicPartition, timestamp: number): number | null {
    return this.endpoint.call("ListOffsets", () => this.#topics.log(partition).offsetForTime(timestamp));
  }

  /** Gives an id to a producer without transactions, or hands a transactional id over (`InitProducerId`). */
  initProducerId(transactionalId: string | null, timeoutMs: number): ProducerIdentity {
    return this.endpoint.call("InitProducerId", () => {
      if (transactionalId === null) return { producerId: this.#newProducerId(), epoch: 0 };
      const identity = this.#coordinator.initProducerId(transactionalId, timeoutMs);
      this.#notify();
      return identity;
    });
  }

  /** Lets a partition take part in a transaction (`AddPartitionsToTxn`). Throws PRODUCER_FENCED. */
  addPartitionToTransaction(
    transactionalId: string,
    identity: ProducerIdentity,
    partition: TopicPartition,
  ): void {
    this.endpoint.callAside("AddPartitionsToTxn", () => {
      this.#coordinator.addPartition(transactionalId, identity, partition, this.clock.now());
    });
  }

  /** Commits or aborts a transaction (`EndTxn`). Throws PRODUCER_FENCED or INVALID_TXN_STATE. */
  endTransaction(transactionalId: string, identity: ProducerIdentity, outcome: TransactionOutcome): void {
    this.endpoint.call("EndTxn", () => {
      this.#coordinator.end(transactionalId, identity, outcome);
      this.#notify();
    });
  }

  /** Returns all transactional ids and where they stand (`ListTransactions`). */
  listTransactions(): readonly TransactionDescription[] {
    return this.endpoint.call("ListTransactions", () => this.#coordinator.describe());
  }

  /** Notes how far a group has come (`OffsetCommit`). Nobody but consumers that start by it cares. */
  commitOffsets(groupId: string, offsets: readonly PartitionOffset[]): void {
    this.endpoint.callAside("OffsetCommit", () => this.#groups.commit(groupId, offsets));
  }

  /** Returns how far a group has come, `null` if it has never committed (`OffsetFetch`). */
  committedOffset(groupId: string, partition: TopicPartition): number | null {
    return this.endpoint.call("OffsetFetch", () => this.#groups.committed(groupId, partition));
  }

  #newProducerId(): number {
    this.#producerIds += 1;
    return this.#producerIds;
  }

  #abortTimedOut(): void {
    this.#coordinator.abortTimedOut(this.clock.now());
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}
