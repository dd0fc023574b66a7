interface ErrorDescription {
  /** The class that a Java client throws. */
  readonly exception: string;
  /** Whether the same call may succeed later. */
  readonly kind: "retriable" | "final";
  readonly message: string;
}

/** The answers of a broker that are no success (a part of Kafka's `Errors`). */
const KAFKA_ERRORS = {
  OFFSET_OUT_OF_RANGE: {
    exception: "OffsetOutOfRangeException",
    kind: "final",
    message: "The requested offset is not within the range of offsets maintained by the server.",
  },
  UNKNOWN_TOPIC_OR_PARTITION: {
    exception: "UnknownTopicOrPartitionException",
    kind: "retriable",
    message: "This server does not host this topic-partition.",
  },
  NO_OFFSET_FOR_PARTITION: {
    exception: "NoOffsetForPartitionException",
    kind: "final",
    message: "Undefined offset with no reset policy for partition.",
  },
  OUT_OF_ORDER_SEQUENCE_NUMBER: {
    exception: "OutOfOrderSequenceException",
    kind: "final",
    message: "The broker received an out of order sequence number.",
  },
  INVALID_PRODUCER_EPOCH: {
    exception: "InvalidProducerEpochException",
    kind: "final",
    message: "Producer attempted to produce with an old epoch.",
  },
  INVALID_TXN_STATE: {
    exception: "InvalidTxnStateException",
    kind: "final",
    message: "The producer attempted a transactional operation in an invalid state.",
  },
  INVALID_PRODUCER_ID_MAPPING: {
    exception: "InvalidPidMappingException",
    kind: "final",
    message: "The producer id is not the one of its transactional id.",
  },
  INVALID_TRANSACTION_TIMEOUT: {
    exception: "InvalidTxnTimeoutException",
    kind: "final",
    message:
      "The transaction timeout is larger than the maximum value allowed by the broker (as configured by transaction.max.timeout.ms).",
  },
  PRODUCER_FENCED: {
    exception: "ProducerFencedException",
    kind: "final",
    message: "There is a newer producer with the same transactionalId which fences the current one.",
  },
} as const satisfies Record<string, ErrorDescription>;

/** The name of an error in Kafka's protocol. */
export type KafkaError = keyof typeof KAFKA_ERRORS;

/** A call that a broker refused. Its name is that of the exception of the Java client. */
export class KafkaException extends Error {
  override readonly name: string;
  readonly error: KafkaError;
  readonly kind: "retriable" | "final";

  constructor(error: KafkaError, about?: string) {
    const { exception, kind, message } = KAFKA_ERRORS[error];
    super(about === undefined ? message : `${message} (${about})`);
    this.name = exception;
    this.error = error;
    this.kind = kind;
  }
}

/** Whether a call failed with just this answer of a broker. */
export function isKafkaError(failure: unknown, error: KafkaError): boolean {
  return failure instanceof KafkaException && failure.error === error;
}
