import type { LogEntry } from "./log-entry.ts";

/** A piece of a partition: the unit in which retention deletes (Kafka's `LogSegment`). */
export class LogSegment {
  /** The offset of its first entry. */
  readonly baseOffset: number;
  readonly #entries: LogEntry[] = [];
  #bytes = 0;
  #firstTimestamp: number | null = null;
  #largestTimestamp = Number.NEGATIVE_INFINITY;

  constructor(baseOffset: number) {
    this.baseOffset = baseOffset;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The offset behind its last entry. */
  get endOffset(): number {
    return this.baseOffset + this.#entries.length;
  }

  /** The timestamp (ms) of its first entry; `null` if it is empty. */
  get firstTimestamp(): number | null {
    return this.#firstTimestamp;
  }

  /** The largest timestamp (ms) of its entries: by it retention judges the whole segment. */
  get largestTimestamp(): number {
    return this.#largestTimestamp;
  }

  append(entry: LogEntry, timestamp: number, bytes: number): void {
    this.#entries.push(entry);
    this.#bytes += bytes;
    this.#firstTimestamp ??= timestamp;
    this.#largestTimestamp = Math.max(this.#largestTimestamp, timestamp);
  }

  /** Returns the entry at an offset, if it lies in this segment. */
  entryAt(offset: number): LogEntry | undefined {
    return this.#entries[offset - this.baseOffset];
  }

  entries(): readonly LogEntry[] {
    return this.#entries;
  }
}
