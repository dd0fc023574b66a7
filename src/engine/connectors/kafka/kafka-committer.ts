import type { CommitRequest, Committer } from "../../runtime/sink/sink.ts";
import { ConnectionException } from "../../world/connection-exception.ts";
import type { KafkaCluster } from "../../world/kafka/kafka-cluster.ts";
import { KafkaException } from "../../world/kafka/kafka-exception.ts";
import { KafkaProducer } from "../../world/kafka/kafka-producer.ts";
import type { ProducerIdentity } from "../../world/kafka/producer-identity.ts";

/** A transaction that is flushed and waits for its checkpoint: enough to commit it from any process. */
export interface KafkaCommittable extends ProducerIdentity {
  readonly transactionalId: string;
}

/**
 * Commits flushed transactions (Flink's class of the same name). To commit one again does no harm. One that has been
 * aborted in the meantime, most likely by its time-out, cannot be saved: it is given up, the job goes on without its
 * records, and only a line in the log says so.
 */
export class KafkaCommitter implements Committer<KafkaCommittable> {
  readonly #cluster: KafkaCluster;

  constructor(cluster: KafkaCluster) {
    this.#cluster = cluster;
  }

  commit(requests: readonly CommitRequest<KafkaCommittable>[]): void {
    for (const request of requests) this.#commitOne(request);
  }

  #commitOne(request: CommitRequest<KafkaCommittable>): void {
    const { transactionalId, producerId, epoch } = request.getCommittable();
    const producer = new KafkaProducer(this.#cluster, { transactionalId });
    try {
      producer.resumeTransaction({ producerId, epoch });
      producer.commitTransaction();
    } catch (failure) {
      if (failure instanceof ConnectionException) request.retryLater();
      else if (failure instanceof KafkaException) request.signalFailedWithKnownReason(failure);
      else throw failure;
    } finally {
      producer.closeNow();
    }
  }
}
