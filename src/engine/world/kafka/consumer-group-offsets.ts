import { partitionName, type TopicPartition } from "./records.ts";

/** An offset that a group has committed: that of the record it wants next. */
export interface PartitionOffset extends TopicPartition {
  readonly offset: number;
}

/** What consumer groups have committed (the topic `__consumer_offsets`). */
export class ConsumerGroupOffsets {
  readonly #offsets = new Map<string, Map<string, number>>();

  commit(groupId: string, offsets: readonly PartitionOffset[]): void {
    const committed = this.#offsets.get(groupId) ?? new Map<string, number>();
    for (const { offset, ...partition } of offsets) committed.set(partitionName(partition), offset);
    this.#offsets.set(groupId, committed);
  }

  /** Returns what a group has committed for a partition, `null` if nothing. */
  committed(groupId: string, partition: TopicPartition): number | null {
    return this.#offsets.get(groupId)?.get(partitionName(partition)) ?? null;
  }
}
