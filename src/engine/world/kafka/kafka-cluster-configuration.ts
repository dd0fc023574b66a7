import type { EndpointBehaviour } from "../endpoint.ts";

const MINUTE = 60_000;
const SECOND = 1000;

/** What a cluster of brokers is set to; times in ms. */
export interface KafkaClusterConfiguration extends EndpointBehaviour {
  /** Its name in traces. */
  readonly name: string;
  /** `transaction.max.timeout.ms`: the longest time-out that a producer may ask for; 15 minutes. */
  readonly transactionMaxTimeoutMs: number;
  /** `transaction.abort.timed.out.transaction.cleanup.interval.ms`: how often time-outs are looked at; 10 s. */
  readonly transactionCleanupIntervalMs: number;
  /** `log.retention.check.interval.ms`: how often old segments are looked for; 5 minutes. */
  readonly retentionCheckIntervalMs: number;
}

/** Returns a cluster's settings: Kafka's defaults where nothing is given. */
export function kafkaClusterConfiguration(
  given: Partial<KafkaClusterConfiguration>,
): KafkaClusterConfiguration {
  return {
    name: "kafka",
    transactionMaxTimeoutMs: 15 * MINUTE,
    transactionCleanupIntervalMs: 10 * SECOND,
    retentionCheckIntervalMs: 5 * MINUTE,
    ...given,
  };
}
