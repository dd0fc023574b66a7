/**
 * Who a producer is to the brokers: its id, and how often somebody has taken it over. Only the newest epoch of an id may
 * write; older ones are fenced (KIP-98).
 */
export interface ProducerIdentity {
  readonly producerId: number;
  readonly epoch: number;
}

/** As what a batch is written: with no guarantee, numbered so that a repetition is noticed, or also in a transaction. */
export type BatchOrigin =
  | { readonly type: "plain" }
  | { readonly type: "idempotent"; readonly identity: ProducerIdentity; readonly baseSequence: number }
  | { readonly type: "transactional"; readonly identity: ProducerIdentity; readonly baseSequence: number };
