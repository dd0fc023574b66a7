import { ConnectionException } from "../connection-exception.ts";
import type { KafkaCluster } from "./kafka-cluster.ts";
import type { ProducerIdentity } from "./producer-identity.ts";
import type { PendingBatch } from "./record-accumulator.ts";
import { partitionName } from "./records.ts";

/**
 * Sends the batches of an idempotent producer (the `Sender` of Kafka's client): it numbers them, so that a batch that is
 * sent again because no answer came is not written twice.
 */
export class BatchSender {
  readonly #cluster: KafkaCluster;
  readonly #retries: number;
  readonly #sequences = new Map<string, number>();

  constructor(cluster: KafkaCluster, retries: number) {
    this.#cluster = cluster;
    this.#retries = retries;
  }

  send(batch: PendingBatch, identity: ProducerIdentity, type: "idempotent" | "transactional"): void {
    const name = partitionName(batch.partition);
    const baseSequence = this.#sequences.get(name) ?? 0;
    this.#withRetries(() =>
      this.#cluster.produce(batch.partition, batch.records, { type, identity, baseSequence }),
    );
    this.#sequences.set(name, baseSequence + batch.records.length);
  }

  /** Forgets the numbers: the producer has got a new identity. */
  reset(): void {
    this.#sequences.clear();
  }

  #withRetries(request: () => void): void {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return request();
      } catch (failure) {
        if (!(failure instanceof ConnectionException) || attempt >= this.#retries) throw failure;
      }
    }
  }
}
