import { KafkaException } from "./kafka-exception.ts";
import type { TransactionOutcome } from "./log-entry.ts";
import type { ProducerIdentity } from "./producer-identity.ts";
import { partitionName, type TopicPartition } from "./records.ts";

/** Where a transactional id stands; preparing and completing are one step here, as no broker fails in between. */
export type TransactionState = "Empty" | "Ongoing" | "CompleteCommit" | "CompleteAbort";

/** What is known of a transactional id, as an administrator may list it. */
export interface TransactionDescription {
  readonly transactionalId: string;
  readonly state: TransactionState;
  readonly identity: ProducerIdentity;
  /** When its transaction began, in ms; `null` unless one is going on. */
  readonly startedAt: number | null;
}

interface TransactionMetadata {
  readonly transactionalId: string;
  readonly producerId: number;
  readonly partitions: Map<string, TopicPartition>;
  epoch: number;
  timeoutMs: number;
  state: TransactionState;
  startedAt: number;
}

/** Writes the marker with which a transaction ends in one partition. */
type MarkerWriter = (
  partition: TopicPartition,
  identity: ProducerIdentity,
  outcome: TransactionOutcome,
) => void;

/**
 * Knows all transactional ids: who may use them, and whether their transactions go on, have been committed or aborted
 * (Kafka's `TransactionCoordinator`, KIP-98). Any question of the form "does this commit still count" is decided here.
 */
export class TransactionCoordinator {
  readonly #maxTimeoutMs: number;
  readonly #newProducerId: () => number;
  readonly #writeMarker: MarkerWriter;
  readonly #metadata = new Map<string, TransactionMetadata>();

  /** `maxTimeoutMs` is `transaction.max.timeout.ms`. */
  constructor(maxTimeoutMs: number, newProducerId: () => number, writeMarker: MarkerWriter) {
    this.#maxTimeoutMs = maxTimeoutMs;
    this.#newProducerId = newProducerId;
    this.#writeMarker = writeMarker;
  }

  /**
   * Hands a transactional id over to the caller: whoever used it is fenced, and its open transaction is aborted. An
   * epoch of 0 says that nobody has ever used it. Throws INVALID_TRANSACTION_TIMEOUT.
   */
  initProducerId(transactionalId: string, timeoutMs: number): ProducerIdentity {
    if (timeoutMs > this.#maxTimeoutMs || timeoutMs <= 0)
      throw new KafkaException("INVALID_TRANSACTION_TIMEOUT");
    const metadata = this.#metadataOf(transactionalId);
    if (metadata.state === "Ongoing") this.#fenceAndAbort(metadata);
    metadata.epoch += 1;
    metadata.state = "Empty";
    metadata.timeoutMs = timeoutMs;
    return identityOf(metadata);
  }

  /** Lets a partition take part in the transaction, which begins with its first one (`AddPartitionsToTxn`). */
  addPartition(
    transactionalId: string,
    identity: ProducerIdentity,
    partition: TopicPartition,
    now: number,
  ): void {
    const metadata = this.#authorized(transactionalId, identity);
    if (metadata.state !== "Ongoing") {
      metadata.state = "Ongoing";
      metadata.startedAt = now;
    }
    metadata.partitions.set(partitionName(partition), partition);
  }

  /**
   * Ends a transaction. To commit what is committed, or to abort what is aborted, succeeds and does nothing: whoever
   * did not hear the answer asks again. Throws PRODUCER_FENCED, INVALID_PRODUCER_ID_MAPPING or INVALID_TXN_STATE.
   */
  end(transactionalId: string, identity: ProducerIdentity, outcome: TransactionOutcome): void {
    const metadata = this.#authorized(transactionalId, identity);
    if (metadata.state === "Ongoing") return this.#complete(metadata, outcome);
    const done = outcome === "commit" ? "CompleteCommit" : "CompleteAbort";
    if (metadata.state !== done)
      throw new KafkaException("INVALID_TXN_STATE", `${outcome} in ${metadata.state}`);
  }

  /** Aborts the transactions that are open for longer than their producers asked for, and fences those producers. */
  abortTimedOut(now: number): void {
    for (const metadata of this.#metadata.values()) {
      if (metadata.state === "Ongoing" && metadata.startedAt + metadata.timeoutMs < now) {
        this.#fenceAndAbort(metadata);
      }
    }
  }

  /** Returns all transactional ids that have ever been used, in that order. */
  describe(): readonly TransactionDescription[] {
    return [...this.#metadata.values()].map((metadata) => ({
      transactionalId: metadata.transactionalId,
      state: metadata.state,
      identity: identityOf(metadata),
      startedAt: metadata.state === "Ongoing" ? metadata.startedAt : null,
    }));
  }

  #metadataOf(transactionalId: string): TransactionMetadata {
    const known = this.#metadata.get(transactionalId);
    if (known !== undefined) return known;
    const created: TransactionMetadata = {
      transactionalId,
      producerId: this.#newProducerId(),
      partitions: new Map(),
      epoch: -1,
      timeoutMs: 0,
      state: "Empty",
      startedAt: 0,
    };
    this.#metadata.set(transactionalId, created);
    return created;
  }

  #authorized(transactionalId: string, identity: ProducerIdentity): TransactionMetadata {
    const metadata = this.#metadata.get(transactionalId);
    if (metadata === undefined || metadata.producerId !== identity.producerId) {
      throw new KafkaException("INVALID_PRODUCER_ID_MAPPING", transactionalId);
    }
    if (metadata.epoch !== identity.epoch) throw new KafkaException("PRODUCER_FENCED", transactionalId);
    return metadata;
  }

  #fenceAndAbort(metadata: TransactionMetadata): void {
    metadata.epoch += 1;
    this.#complete(metadata, "abort");
  }

  #complete(metadata: TransactionMetadata, outcome: TransactionOutcome): void {
    metadata.state = outcome === "commit" ? "CompleteCommit" : "CompleteAbort";
    for (const partition of metadata.partitions.values()) {
      this.#writeMarker(partition, identityOf(metadata), outcome);
    }
    metadata.partitions.clear();
  }
}

function identityOf({ producerId, epoch }: TransactionMetadata): ProducerIdentity {
  return { producerId, epoch };
}
