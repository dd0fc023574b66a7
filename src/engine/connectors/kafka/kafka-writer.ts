import type { FlushReason, SinkWriter, SinkWriterContext } from "../../runtime/sink/sink.ts";
import type { KafkaCluster } from "../../world/kafka/kafka-cluster.ts";
import type { KafkaProducerConfiguration } from "../../world/kafka/kafka-producer-configuration.ts";
import { KafkaProducer } from "../../world/kafka/kafka-producer.ts";
import type { KafkaSerializer } from "./kafka-sink-options.ts";

/** Writes without transactions (Flink's class of the same name): nothing is hidden, and after a failure it comes again. */
export class KafkaWriter<In> implements SinkWriter<In> {
  readonly #serializer: KafkaSerializer<In>;
  readonly #guarantee: "NONE" | "AT_LEAST_ONCE";
  readonly #producer: KafkaProducer;

  constructor(
    cluster: KafkaCluster,
    serializer: KafkaSerializer<In>,
    guarantee: "NONE" | "AT_LEAST_ONCE",
    configuration: Partial<KafkaProducerConfiguration>,
  ) {
    this.#serializer = serializer;
    this.#guarantee = guarantee;
    this.#producer = new KafkaProducer(cluster, configuration);
  }

  write(element: In, context: SinkWriterContext): void {
    this.#producer.send(this.#serializer(element, context));
  }

  flush(reason: FlushReason): void {
    if (this.#guarantee === "AT_LEAST_ONCE" || reason === "endOfInput") this.#producer.flush();
  }

  close(): void {
    this.#producer.closeNow();
  }
}
