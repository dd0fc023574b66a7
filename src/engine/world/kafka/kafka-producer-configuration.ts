const MINUTE = 60_000;
const SIXTEEN_KIBIBYTES = 16_384;

/** What a producer is set to; the names are those of Kafka's settings. */
export interface KafkaProducerConfiguration {
  /** `transactional.id`; `null` for a producer without transactions. */
  readonly transactionalId: string | null;
  /** `transaction.timeout.ms`: after it the brokers abort an open transaction by themselves; 1 minute. */
  readonly transactionTimeoutMs: number;
  /** `linger.ms`: how long a record waits for others to share its batch; 0, since Kafka 4.0 5 ms. */
  readonly lingerMs: number;
  /** `batch.size` in bytes; 16 KiB. */
  readonly batchSize: number;
  /**
   * `retries`: how often a request that got no answer is sent again. Kafka's default is as often as `delivery.timeout.ms`
   * allows; here nothing gets better within one step, so a few are enough.
   */
  readonly retries: number;
}

/** Returns a producer's settings: Kafka's defaults where nothing is given. */
export function kafkaProducerConfiguration(
  given: Partial<KafkaProducerConfiguration>,
): KafkaProducerConfiguration {
  return {
    transactionalId: null,
    transactionTimeoutMs: MINUTE,
    lingerMs: 0,
    batchSize: SIXTEEN_KIBIBYTES,
    retries: 3,
    ...given,
  };
}
