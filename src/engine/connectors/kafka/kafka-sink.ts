import { IllegalArgumentException } from "../../java/exceptions.ts";
import type { Committer, Sink, SinkWriter, WriterInitContext } from "../../runtime/sink/sink.ts";
import { ExactlyOnceKafkaWriter } from "./exactly-once-kafka-writer.ts";
import { KafkaCommitter, type KafkaCommittable } from "./kafka-committer.ts";
import type { KafkaSinkOptions } from "./kafka-sink-options.ts";
import { KafkaWriter } from "./kafka-writer.ts";

const HOUR = 3_600_000;

/** Writes elements to topics (Flink's class of the same name). */
export class KafkaSink<In> implements Sink<In, never, KafkaCommittable> {
  readonly options: KafkaSinkOptions<In>;

  /** Throws an `IllegalArgumentException` if EXACTLY_ONCE has no prefix. */
  constructor(options: KafkaSinkOptions<In>) {
    if (options.deliveryGuarantee === "EXACTLY_ONCE" && options.transactionalIdPrefix === undefined) {
      throw new IllegalArgumentException(
        "EXACTLY_ONCE delivery guarantee requires a transactionalIdPrefix to be set to provide unique transaction names across multiple KafkaSinks writing to the same Kafka cluster.",
      );
    }
    this.options = options;
  }

  createWriter(context: WriterInitContext): SinkWriter<In, never, KafkaCommittable> {
    const { cluster, serializer, deliveryGuarantee = "NONE", lingerMs = 0 } = this.options;
    const { transactionTimeoutMs = HOUR, transactionalIdPrefix = "" } = this.options;
    if (deliveryGuarantee !== "EXACTLY_ONCE") {
      return new KafkaWriter(cluster, serializer, deliveryGuarantee, { lingerMs });
    }
    const producer = { lingerMs, transactionTimeoutMs };
    return new ExactlyOnceKafkaWriter({ cluster, serializer, transactionalIdPrefix, producer }, context);
  }

  createCommitter(): Committer<KafkaCommittable> {
    return new KafkaCommitter(this.options.cluster);
  }
}
