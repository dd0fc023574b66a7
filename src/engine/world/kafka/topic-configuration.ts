const DAY = 86_400_000;
const GIBIBYTE = 2 ** 30;

/** What a topic is set to; the names are those of Kafka's settings, times in ms, -1 for no limit. */
export interface TopicConfiguration {
  readonly partitions: number;
  /** `retention.ms`: a segment whose newest record is older may be deleted; 7 days. */
  readonly retentionMs: number;
  /** `retention.bytes` of one partition; no limit. */
  readonly retentionBytes: number;
  /** `segment.bytes`; 1 GiB. */
  readonly segmentBytes: number;
  /** `segment.ms`; 7 days. */
  readonly segmentMs: number;
  /**
   * `message.timestamp.type`: whether a record keeps its producer's time, or gets the broker's. With the producer's, a
   * record with an old event time is old for retention too.
   */
  readonly timestampType: "CreateTime" | "LogAppendTime";
}

/** Returns a topic's settings: Kafka's defaults where nothing is given, and one partition. */
export function topicConfiguration(given: Partial<TopicConfiguration> = {}): TopicConfiguration {
  return {
    partitions: 1,
    retentionMs: 7 * DAY,
    retentionBytes: -1,
    segmentBytes: GIBIBYTE,
    segmentMs: 7 * DAY,
    timestampType: "CreateTime",
    ...given,
  };
}
