import type { ProcessingTimeService } from "../../time/processing-time-service.ts";
import type { Column } from "../column.ts";
import { keyOf, type Row } from "../row.ts";

/** A table that is asked by key and whose changes nobody is told, such as a database (Flink's `LookupTableSource`). */
export interface LookupTable {
  readonly columns: readonly Column[];
  /** Returns the rows whose fields at `keyIndices` equal `key` at this moment, in the table's own order. */
  readonly lookup: (keyIndices: readonly number[], key: Row) => readonly Row[];
}

/** How a cache in front of a lookup table forgets. */
export interface LookupCacheOptions {
  /** How many keys it holds; above that the one that was not asked for longest goes. */
  readonly maximumSize: number;
  /** ms of processing time after which an answer is asked for again; none = never. */
  readonly expireAfterWrite?: number;
}

interface Answer {
  readonly rows: readonly Row[];
  readonly writtenAt: number;
}

/** Keeps the answers of a lookup table, empty ones too (Flink's `DefaultLookupCache`). */
export class LookupCache {
  readonly #options: LookupCacheOptions;
  readonly #clock: ProcessingTimeService;
  readonly #answers = new Map<string, Answer>();

  constructor(options: LookupCacheOptions, clock: ProcessingTimeService) {
    this.#options = options;
    this.#clock = clock;
  }

  /** Returns the answer for `key`; `ask` is called if there is none that is still good. */
  get(key: Row, ask: (key: Row) => readonly Row[]): readonly Row[] {
    const text = keyOf(key);
    const known = this.#answers.get(text);
    const now = this.#clock.getCurrentProcessingTime();
    const isGood =
      known !== undefined && now < known.writtenAt + (this.#options.expireAfterWrite ?? Infinity);
    const answer = isGood ? known : { rows: ask(key), writtenAt: now };
    this.#answers.delete(text);
    this.#answers.set(text, answer);
    this.#evict();
    return answer.rows;
  }

  #evict(): void {
    for (const eldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#options.maximumSize) return;
      this.#answers.delete(eldest);
    }
  }
}
