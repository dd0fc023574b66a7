import { IllegalStateException } from "../../java/exceptions.ts";
import type { KafkaCluster } from "./kafka-cluster.ts";
import type { TransactionOutcome } from "./log-entry.ts";
import type { ProducerIdentity } from "./producer-identity.ts";
import { partitionName, type TopicPartition } from "./records.ts";

/** What a producer knows of its own transactions (the `TransactionManager` of Kafka's client). */
export class ProducerTransaction {
  readonly #cluster: KafkaCluster;
  readonly #transactionalId: string;
  readonly #timeoutMs: number;
  readonly #enlisted = new Set<string>();
  #identity: ProducerIdentity | null = null;
  #state: "uninitialized" | "ready" | "open" = "uninitialized";

  constructor(cluster: KafkaCluster, transactionalId: string, timeoutMs: number) {
    this.#cluster = cluster;
    this.#transactionalId = transactionalId;
    this.#timeoutMs = timeoutMs;
  }

  /** Whether brokers know of the transaction: only then is there anything to commit. */
  get hasRecords(): boolean {
    return this.#enlisted.size > 0;
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  /** Throws an `IllegalStateException` before `initTransactions`. */
  get identity(): ProducerIdentity {
    if (this.#identity === null) throw new IllegalStateException("initTransactions() has not been called");
    return this.#identity;
  }

  /** Takes the transactional id over from whoever had it before. */
  init(): void {
    this.#identity = this.#cluster.initProducerId(this.#transactionalId, this.#timeoutMs);
    this.#enlisted.clear();
    this.#state = "ready";
  }

  /**
   * Takes part in a transaction that another producer has begun and left, with that one's identity, so that nobody is
   * fenced (Flink's `FlinkKafkaInternalProducer.resumeTransaction`).
   */
  resume(identity: ProducerIdentity): void {
    this.#identity = identity;
    this.#enlisted.add(this.#transactionalId);
    this.#state = "open";
  }

  begin(): void {
    if (this.#state !== "ready") {
      throw new IllegalStateException(`Invalid transition attempted from state ${this.#state} to state open`);
    }
    this.#state = "open";
  }

  /** Tells the coordinator of a partition before the first record goes there. */
  enlist(partition: TopicPartition): void {
    if (this.#state !== "open") {
      throw new IllegalStateException("Cannot perform send because no transaction has been begun");
    }
    const name = partitionName(partition);
    if (this.#enlisted.has(name)) return;
    this.#cluster.addPartitionToTransaction(this.#transactionalId, this.identity, partition);
    this.#enlisted.add(name);
  }

  /** Ends the transaction; brokers that never heard of it are not asked. */
  end(outcome: TransactionOutcome): void {
    if (this.#state !== "open") {
      throw new IllegalStateException(`Cannot ${outcome} because no transaction is open`);
    }
    if (this.hasRecords) this.#cluster.endTransaction(this.#transactionalId, this.identity, outcome);
    this.#enlisted.clear();
    this.#state = "ready";
  }
}
