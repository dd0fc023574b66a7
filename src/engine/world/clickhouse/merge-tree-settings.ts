const SECOND = 1000;

/** What a MergeTree table is set to; names are those of ClickHouse's settings where it has them, times in ms. */
export interface MergeTreeSettings {
  /** `parts_to_delay_insert`: from so many active parts of a partition on inserts are slowed down; 1,000. */
  readonly partsToDelayInsert: number;
  /** `parts_to_throw_insert`: from so many on they are refused; 3,000, before 23.6 300. */
  readonly partsToThrowInsert: number;
  /** `max_delay_to_insert`: by how long at most; 1 s. */
  readonly maxDelayToInsert: number;
  /** `min_delay_to_insert_ms`; 10 ms. */
  readonly minDelayToInsert: number;
  /** How many neighbouring parts of one level make a merge. */
  readonly partsPerMerge: number;
  /** What a merge takes besides its rows. */
  readonly mergeTime: number;
  /** What a merge takes for each row. */
  readonly mergeTimePerRow: number;
  /** `replicated_deduplication_window`: how many last inserts a shard with replicas recognises; 1,000. */
  readonly replicatedDeduplicationWindow: number;
  /** `non_replicated_deduplication_window`: the same without replicas; 0, so a repeated insert is written twice. */
  readonly nonReplicatedDeduplicationWindow: number;
}

/** Returns a table's settings: ClickHouse's defaults where nothing is given and it has one. */
export function mergeTreeSettings(given: Partial<MergeTreeSettings> = {}): MergeTreeSettings {
  return {
    partsToDelayInsert: 1000,
    partsToThrowInsert: 3000,
    maxDelayToInsert: SECOND,
    minDelayToInsert: 10,
    partsPerMerge: 8,
    mergeTime: 50,
    mergeTimePerRow: 0.001,
    replicatedDeduplicationWindow: 1000,
    nonReplicatedDeduplicationWindow: 0,
    ...given,
  };
}
