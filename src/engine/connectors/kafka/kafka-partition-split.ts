import type { SourceSplit } from "../../runtime/source/source.ts";

/** A partition to read, and from where to where (Flink's class of the same name). */
export interface KafkaPartitionSplit extends SourceSplit {
  readonly topic: string;
  readonly partition: number;
  /** The offset of the next record to read: with it the split is state. */
  readonly startingOffset: number;
  /** The offset before which reading ends; `null` for never. */
  readonly stoppingOffset: number | null;
}
