/** A record on its way into a topic. Without a partition the key chooses one; without either the producer does. */
export interface ProducerRecord {
  readonly topic: string;
  readonly partition?: number;
  readonly key?: string | null;
  readonly value: unknown;
  /** Event time in ms; by default the time at which it is sent. */
  readonly timestamp?: number;
}

/** A record as a consumer gets it. */
export interface ConsumerRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** In ms. */
  readonly timestamp: number;
  readonly key: string | null;
  readonly value: unknown;
}

/** One partition of a topic. */
export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** Returns the name of a partition, `orders-3`, by which maps are kept. */
export function partitionName({ topic, partition }: TopicPartition): string {
  return `${topic}-${partition}`;
}

/** Whether a consumer also sees records of transactions that are open or were aborted (`isolation.level`). */
export type IsolationLevel = "read_uncommitted" | "read_committed";
