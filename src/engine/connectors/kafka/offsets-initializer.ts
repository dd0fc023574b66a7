import { unreachable } from "../../java/unreachable.ts";
import type { KafkaCluster } from "../../world/kafka/kafka-cluster.ts";
import type { OffsetResetStrategy } from "../../world/kafka/kafka-consumer.ts";
import { KafkaException } from "../../world/kafka/kafka-exception.ts";
import { partitionName, type IsolationLevel, type TopicPartition } from "../../world/kafka/records.ts";

/** Where a source begins or ends to read a partition (Flink's class of the same name). */
export type OffsetsInitializer =
  | { readonly type: "earliest" | "latest" }
  | { readonly type: "timestamp"; readonly timestamp: number }
  | { readonly type: "committed-offsets"; readonly reset: OffsetResetStrategy };

/** The ways to say where to begin or to end. */
export const OffsetsInitializer = {
  /** At the oldest record that is still there. */
  earliest: (): OffsetsInitializer => ({ type: "earliest" }),
  /** Behind the newest record. */
  latest: (): OffsetsInitializer => ({ type: "latest" }),
  /** At the first record that is not older than a time in ms; behind the newest if there is none. */
  timestamp: (timestamp: number): OffsetsInitializer => ({ type: "timestamp", timestamp }),
  /** Where the group has committed; if it has not, as `reset` says, by default not at all. */
  committedOffsets: (reset: OffsetResetStrategy = "none"): OffsetsInitializer => ({
    type: "committed-offsets",
    reset,
  }),
} as const;

/** Who asks for offsets. */
export interface OffsetsReader {
  readonly cluster: KafkaCluster;
  readonly groupId: string | null;
  readonly isolationLevel: IsolationLevel;
}

/** Returns the offset that an initializer means for a partition. Throws NO_OFFSET_FOR_PARTITION if it means none. */
export function offsetOf(
  initializer: OffsetsInitializer,
  partition: TopicPartition,
  reader: OffsetsReader,
): number {
  const { cluster, groupId, isolationLevel } = reader;
  switch (initializer.type) {
    case "earliest":
      return cluster.earliestOffset(partition);
    case "latest":
      return cluster.latestOffset(partition, isolationLevel);
    case "timestamp":
      return (
        cluster.offsetForTime(partition, initializer.timestamp) ??
        cluster.latestOffset(partition, isolationLevel)
      );
    case "committed-offsets":
      return (
        (groupId === null ? null : cluster.committedOffset(groupId, partition)) ??
        resetOffset(initializer.reset, partition, reader)
      );
    default:
      return unreachable(initializer);
  }
}

/** Returns what a reader does whose offset is gone; Flink takes it from where the source begins. */
export function resetStrategyOf(initializer: OffsetsInitializer): OffsetResetStrategy {
  switch (initializer.type) {
    case "earliest":
    case "latest":
      return initializer.type;
    case "timestamp":
      return "none";
    case "committed-offsets":
      return initializer.reset;
    default:
      return unreachable(initializer);
  }
}

function resetOffset(reset: OffsetResetStrategy, partition: TopicPartition, reader: OffsetsReader): number {
  if (reset === "none") throw new KafkaException("NO_OFFSET_FOR_PARTITION", partitionName(partition));
  return offsetOf({ type: reset }, partition, reader);
}
