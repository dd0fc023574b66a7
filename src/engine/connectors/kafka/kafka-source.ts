import type { Boundedness, Source, SourceReader, SourceReaderContext } from "../../runtime/source/source.ts";
import { partitionName } from "../../world/kafka/records.ts";
import type { KafkaPartitionSplit } from "./kafka-partition-split.ts";
import type { KafkaSourceOptions } from "./kafka-source-options.ts";
import { KafkaSourceReader } from "./kafka-source-reader.ts";
import { offsetOf, OffsetsInitializer } from "./offsets-initializer.ts";

/**
 * Reads topics (Flink's class of the same name). The offsets that count are those in the checkpoint; what it commits to
 * the brokers only shows others how far it is. Partitions are looked for once, when the job begins.
 */
export class KafkaSource<T> implements Source<T, KafkaPartitionSplit> {
  readonly options: KafkaSourceOptions<T>;
  readonly boundedness: Boundedness;

  constructor(options: KafkaSourceOptions<T>) {
    this.options = options;
    this.boundedness = options.stoppingOffsets === undefined ? "CONTINUOUS_UNBOUNDED" : "BOUNDED";
  }

  discoverSplits(): readonly KafkaPartitionSplit[] {
    const {
      cluster,
      topics,
      startingOffsets = OffsetsInitializer.earliest(),
      stoppingOffsets,
    } = this.options;
    const { groupId = null, isolationLevel = "read_uncommitted" } = this.options;
    const reader = { cluster, groupId, isolationLevel };
    return topics
      .flatMap((topic) => cluster.partitionsFor(topic))
      .map((partition) => ({
        ...partition,
        splitId: partitionName(partition),
        startingOffset: offsetOf(startingOffsets, partition, reader),
        stoppingOffset: stoppingOffsets === undefined ? null : offsetOf(stoppingOffsets, partition, reader),
      }));
  }

  createReader(context: SourceReaderContext): SourceReader<T, KafkaPartitionSplit> {
    return new KafkaSourceReader(this.options, this.boundedness, context);
  }
}
