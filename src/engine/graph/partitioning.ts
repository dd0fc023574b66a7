import type { Key, KeyType } from "../java/hash-code.ts";

/** Flink's name of a way to divide a stream among the instances of the next operator. */
export type PartitionerName =
  | "FORWARD"
  | "HASH"
  | "REBALANCE"
  | "RESCALE"
  | "BROADCAST"
  | "GLOBAL"
  | "SHUFFLE"
  | "CUSTOM";

/** Chooses the channel (from 0) of a key among `numPartitions` (Flink's `Partitioner`). */
export type Partitioner<K> = (key: K, numPartitions: number) => number;

/** How a stream is divided among the instances of the next operator. */
export type Partitioning<T = never> =
  | { readonly name: Exclude<PartitionerName, "HASH" | "CUSTOM"> }
  | { readonly name: "HASH"; readonly keySelector: (value: T) => Key; readonly keyType?: KeyType | undefined }
  | { readonly name: "CUSTOM"; readonly partition: Partitioner<T> };

/** Whether each instance is connected to all instances of the next operator or only to some. */
export type DistributionPattern = "POINTWISE" | "ALL_TO_ALL";

/** Returns the connections that a partitioner needs (`StreamPartitioner:isPointwise`). */
export function distributionPatternOf(name: PartitionerName): DistributionPattern {
  return name === "FORWARD" || name === "RESCALE" ? "POINTWISE" : "ALL_TO_ALL";
}
