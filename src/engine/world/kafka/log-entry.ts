/** How a transaction ended. */
export type TransactionOutcome = "commit" | "abort";

/** The part of a transaction that lies in one partition. Its entries point to it, so its end reaches them all. */
export interface PartitionTransaction {
  readonly producerId: number;
  /** The offset of its first record. */
  readonly firstOffset: number;
  outcome: TransactionOutcome | "open";
}

/** What lies at an offset: a record, or the marker with which a transaction ended. */
export type LogEntry =
  | {
      readonly type: "record";
      readonly offset: number;
      readonly timestamp: number;
      readonly key: string | null;
      readonly value: unknown;
      readonly transaction: PartitionTransaction | null;
    }
  | { readonly type: "marker"; readonly offset: number; readonly outcome: TransactionOutcome };
