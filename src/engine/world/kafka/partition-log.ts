import { byteSizeOf } from "../byte-size.ts";
import { KafkaException } from "./kafka-exception.ts";
import type { LogEntry, PartitionTransaction, TransactionOutcome } from "./log-entry.ts";
import { LogSegment } from "./log-segment.ts";
import { OpenTransactions } from "./open-transactions.ts";
import type { BatchOrigin, ProducerIdentity } from "./producer-identity.ts";
import { ProducerStates } from "./producer-states.ts";
import type { ConsumerRecord, IsolationLevel, TopicPartition } from "./records.ts";
import { deletableSegments } from "./retention.ts";
import type { TopicConfiguration } from "./topic-configuration.ts";

/** About what the format adds to the key and value of a record, in bytes. */
const RECORD_OVERHEAD = 12;

/** A record as it lies in a batch; `timestamp` is its producer's, in ms. */
export interface BatchRecord {
  readonly key: string | null;
  readonly value: unknown;
  readonly timestamp: number;
}

/** What a consumer got, and from where it has to go on. */
export interface FetchedRecords {
  readonly records: readonly ConsumerRecord[];
  readonly nextOffset: number;
}

/**
 * One partition: entries at consecutive offsets, in segments (Kafka's `UnifiedLog`). Markers of transactions take an
 * offset as records do, so the offsets that a consumer sees have gaps.
 */
export class PartitionLog {
  readonly #topicPartition: TopicPartition;
  readonly #configuration: TopicConfiguration;
  readonly #producers = new ProducerStates();
  readonly #openTransactions = new OpenTransactions();
  #segments: LogSegment[] = [new LogSegment(0)];

  constructor(topicPartition: TopicPartition, configuration: TopicConfiguration) {
    this.#topicPartition = topicPartition;
    this.#configuration = configuration;
  }

  /** The offset of the oldest entry that is still there; everything from it on can be read. */
  get logStartOffset(): number {
    return this.#segments[0]?.baseOffset ?? 0;
  }

  /** The offset that the next entry will get. */
  get logEndOffset(): number {
    return this.#active.endOffset;
  }

  /** The offset up to which no transaction is open: `read_committed` sees nothing from it on (KIP-98). */
  get lastStableOffset(): number {
    return Math.min(this.#openTransactions.firstOffset, this.logEndOffset);
  }

  /** How far a consumer can read. */
  readableUntil(isolation: IsolationLevel): number {
    return isolation === "read_committed" ? this.lastStableOffset : this.logEndOffset;
  }

  /**
   * Writes a batch at `now` (ms) and returns the offset of its first record; a batch that has been written before is
   * only recognised. Throws INVALID_PRODUCER_EPOCH or OUT_OF_ORDER_SEQUENCE_NUMBER.
   */
  append(records: readonly BatchRecord[], origin: BatchOrigin, now: number): number {
    if (origin.type !== "plain") {
      const duplicate = this.#producers.findDuplicate(origin.identity, origin.baseSequence, records.length);
      if (duplicate !== null) return duplicate;
    }
    const baseOffset = this.logEndOffset;
    const transaction =
      origin.type === "transactional"
        ? this.#openTransactions.enter(origin.identity.producerId, baseOffset)
        : null;
    for (const record of records) this.#appendRecord(record, transaction, now);
    if (origin.type !== "plain") {
      this.#producers.record(origin.identity, origin.baseSequence, records.length, baseOffset);
    }
    return baseOffset;
  }

  /** Ends the transaction of a producer with a marker, and fences older epochs of the producer. */
  endTransaction(identity: ProducerIdentity, outcome: TransactionOutcome, now: number): void {
    this.#producers.fence(identity);
    this.#openTransactions.end(identity.producerId, outcome);
    this.#appendEntry({ type: "marker", offset: this.logEndOffset, outcome }, now, RECORD_OVERHEAD);
  }

  /** Returns at most `maxRecords` records from an offset on. Throws OFFSET_OUT_OF_RANGE if it is not there. */
  read(fromOffset: number, maxRecords: number, isolation: IsolationLevel): FetchedRecords {
    if (fromOffset < this.logStartOffset || fromOffset > this.logEndOffset) {
      throw new KafkaException("OFFSET_OUT_OF_RANGE", `${fromOffset}`);
    }
    const until = this.readableUntil(isolation);
    const records: ConsumerRecord[] = [];
    let nextOffset = fromOffset;
    for (; nextOffset < until && records.length < maxRecords; nextOffset += 1) {
      const entry = this.#entryAt(nextOffset);
      if (entry?.type === "record" && isVisible(entry.transaction, isolation)) {
        records.push(this.#asConsumed(entry));
      }
    }
    return { records, nextOffset };
  }

  /** Returns the offset of the first record with this timestamp (ms) or a later one, `null` if there is none. */
  offsetForTime(timestamp: number): number | null {
    for (const segment of this.#segments) {
      const found = segment
        .entries()
        .find((entry) => entry.type === "record" && entry.timestamp >= timestamp);
      if (found !== undefined) return found.offset;
    }
    return null;
  }

  /** Deletes the segments that retention lets go at `now` (ms). */
  deleteOldSegments(now: number): void {
    const count = deletableSegments(this.#segments, this.#configuration, now);
    if (count === this.#segments.length) this.#roll();
    this.#segments = this.#segments.slice(count);
  }

  get #active(): LogSegment {
    return this.#segments.at(-1) ?? this.#roll();
  }

  #appendRecord(record: BatchRecord, transaction: PartitionTransaction | null, now: number): void {
    const timestamp = this.#configuration.timestampType === "LogAppendTime" ? now : record.timestamp;
    const bytes = byteSizeOf(record.key) + byteSizeOf(record.value) + RECORD_OVERHEAD;
    const { key, value } = record;
    this.#rollIfFull(bytes, timestamp);
    this.#appendEntry(
      { type: "record", offset: this.logEndOffset, timestamp, key, value, transaction },
      timestamp,
      bytes,
    );
  }

  #appendEntry(entry: LogEntry, timestamp: number, bytes: number): void {
    this.#active.append(entry, timestamp, bytes);
  }

  #rollIfFull(bytes: number, timestamp: number): void {
    const { firstTimestamp, bytes: written } = this.#active;
    if (firstTimestamp === null) return;
    const isFull = written + bytes > this.#configuration.segmentBytes;
    if (isFull || timestamp - firstTimestamp > this.#configuration.segmentMs) this.#roll();
  }

  #roll(): LogSegment {
    const segment = new LogSegment(this.#segments.at(-1)?.endOffset ?? 0);
    this.#segments.push(segment);
    return segment;
  }

  #entryAt(offset: number): LogEntry | undefined {
    return this.#segments.findLast(({ baseOffset }) => baseOffset <= offset)?.entryAt(offset);
  }

  #asConsumed({ offset, timestamp, key, value }: LogEntry & { type: "record" }): ConsumerRecord {
    return { ...this.#topicPartition, offset, timestamp, key, value };
  }
}

function isVisible(transaction: PartitionTransaction | null, isolation: IsolationLevel): boolean {
  return isolation === "read_uncommitted" || transaction === null || transaction.outcome === "commit";
}
