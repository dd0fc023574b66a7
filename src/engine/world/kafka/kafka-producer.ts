import { IllegalStateException } from "../../java/exceptions.ts";
import { copyValue } from "../../state/copy-value.ts";
import { byteSizeOf } from "../byte-size.ts";
import type { Scheduled } from "../world-clock.ts";
import { BatchSender } from "./batch-sender.ts";
import type { KafkaCluster } from "./kafka-cluster.ts";
import {
  kafkaProducerConfiguration,
  type KafkaProducerConfiguration,
} from "./kafka-producer-configuration.ts";
import { partitionForKey } from "./murmur2.ts";
import type { ProducerIdentity } from "./producer-identity.ts";
import { ProducerTransaction } from "./producer-transaction.ts";
import { RecordAccumulator, type PendingBatch } from "./record-accumulator.ts";
import type { ProducerRecord, TopicPartition } from "./records.ts";
import { StickyPartitioner } from "./sticky-partitioner.ts";

/**
 * Writes records (Kafka's client of the same name; idempotent, as by default since 3.0). `send` only puts a record into
 * a batch: until the batch is full, `linger.ms` are over or somebody flushes, the record exists in this process alone.
 */
export class KafkaProducer {
  readonly #cluster: KafkaCluster;
  readonly #configuration: KafkaProducerConfiguration;
  readonly #accumulator: RecordAccumulator;
  readonly #sender: BatchSender;
  readonly #partitioner: StickyPartitioner;
  readonly #transaction: ProducerTransaction | null;
  readonly #closeSocket: () => void;
  #identity: ProducerIdentity | null = null;
  #lingering: Scheduled | null = null;
  #failure: unknown = null;
  #isClosed = false;

  constructor(cluster: KafkaCluster, given: Partial<KafkaProducerConfiguration> = {}) {
    const configuration = kafkaProducerConfiguration(given);
    const { transactionalId, transactionTimeoutMs, batchSize, retries } = configuration;
    this.#cluster = cluster;
    this.#configuration = configuration;
    this.#accumulator = new RecordAccumulator(batchSize);
    this.#sender = new BatchSender(cluster, retries);
    this.#partitioner = new StickyPartitioner(cluster.endpoint.random, batchSize);
    this.#transaction =
      transactionalId === null
        ? null
        : new ProducerTransaction(cluster, transactionalId, transactionTimeoutMs);
    this.#closeSocket = cluster.world.process.openSocket(() => this.closeNow());
  }

  /** Who the producer is to the brokers. */
  get identity(): ProducerIdentity {
    if (this.#transaction !== null) return this.#transaction.identity;
    this.#identity ??= this.#cluster.initProducerId(null, this.#configuration.transactionTimeoutMs);
    return this.#identity;
  }

  /** Whether the open transaction holds anything, sent or not. */
  get hasRecordsInTransaction(): boolean {
    return this.#transaction !== null && (this.#transaction.hasRecords || this.#accumulator.size > 0);
  }

  /** Takes the transactional id over: its former producer is fenced and its open transaction aborted. */
  initTransactions(): void {
    this.#requireTransaction().init();
    this.#sender.reset();
  }

  beginTransaction(): void {
    this.#requireTransaction().begin();
  }

  /** Goes on with a transaction that another producer has flushed and left, to commit or abort it. */
  resumeTransaction(identity: ProducerIdentity): void {
    this.#requireTransaction().resume(identity);
  }

  /**
   * Puts a record into the batch of its partition, serialized: what becomes of the object later does not matter. Throws
   * what an earlier batch has met.
   */
  send(record: ProducerRecord): void {
    this.#requireUsable();
    const { key = null, timestamp = this.#cluster.clock.now() } = record;
    const bytes = byteSizeOf(key) + byteSizeOf(record.value);
    const partition = this.#partitionOf(record, bytes);
    const full = this.#accumulator.append(
      partition,
      { key, value: copyValue(record.value), timestamp },
      bytes,
    );
    if (full !== null) this.#send(full);
    else if (this.#configuration.lingerMs <= 0) this.#drain();
    else this.#linger();
  }

  /** Sends what waits and waits for the brokers. Throws what any of the batches has met. */
  flush(): void {
    this.#requireUsable();
    const { clock, endpoint } = this.#cluster;
    if (this.#accumulator.size > 0) clock.spend(endpoint.drawLatency());
    this.#drain();
  }

  /** Sends what waits and makes the transaction visible. Throws PRODUCER_FENCED or INVALID_TXN_STATE. */
  commitTransaction(): void {
    this.flush();
    this.#requireTransaction().end("commit");
  }

  /** Forgets what waits and has the brokers forget the rest. */
  abortTransaction(): void {
    this.#forgetPending();
    this.#requireTransaction().end("abort");
  }

  /** Sends what waits and gives the connection up. An open transaction stays open until its time-out. */
  close(): void {
    if (!this.#isClosed) this.flush();
    this.closeNow();
  }

  /** Gives the connection up, and what waits with it (`close(Duration.ZERO)`). */
  closeNow(): void {
    this.#forgetPending();
    this.#isClosed = true;
    this.#closeSocket();
  }

  #partitionOf({ topic, partition, key }: ProducerRecord, bytes: number): TopicPartition {
    const partitions = this.#cluster.partitionsFor(topic);
    if (partition !== undefined) return { topic, partition };
    if (key !== undefined && key !== null)
      return { topic, partition: partitionForKey(key, partitions.length) };
    return { topic, partition: this.#partitioner.partitionFor(topic, partitions.length, bytes) };
  }

  #linger(): void {
    const { clock } = this.#cluster;
    this.#lingering ??= clock.schedule(clock.now() + this.#configuration.lingerMs, () => this.#drainAside());
  }

  /** Sends what waits without anybody waiting for it: a failure shows at the next call. */
  #drainAside(): void {
    try {
      this.#drain();
    } catch {
      this.#forgetPending();
    }
  }

  #drain(): void {
    this.#stopLingering();
    for (const batch of this.#accumulator.drain()) this.#send(batch);
  }

  /** Once a batch has failed nobody knows what brokers have of it, so the producer can send nothing after it. */
  #send(batch: PendingBatch): void {
    try {
      this.#transaction?.enlist(batch.partition);
      this.#sender.send(batch, this.identity, this.#transaction === null ? "idempotent" : "transactional");
    } catch (failure) {
      this.#failure = failure;
      throw failure;
    }
  }

  #forgetPending(): void {
    this.#stopLingering();
    this.#accumulator.drain();
  }

  #stopLingering(): void {
    this.#lingering?.cancel();
    this.#lingering = null;
  }

  #requireUsable(): void {
    if (this.#isClosed)
      throw new IllegalStateException("Cannot perform operation after producer has been closed");
    if (this.#failure !== null) throw this.#failure;
  }

  #requireTransaction(): ProducerTransaction {
    if (this.#transaction !== null) return this.#transaction;
    throw new IllegalStateException(
      "Transactional method invoked on a non-transactional producer (set transactional.id)",
    );
  }
}
