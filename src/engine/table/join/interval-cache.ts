import { hashLong } from "../../java/hash-code.ts";
import { JavaHashMap } from "../../java/java-hash-map.ts";
import type { Row } from "../row.ts";

/** A row that waits for rows of the other side. */
export interface CachedRow {
  readonly row: Row;
  /** Whether it has met one. */
  state: "matched" | "unmatched";
}

/**
 * The rows of one side and join key of an interval join, by their time. It hands out the times in the order of
 * Flink's map state, a `java.util.HashMap`.
 */
export class IntervalCache {
  readonly #rows = new JavaHashMap<number, CachedRow[]>(hashLong);
  /** When the timer that cleans this cache up is due; none while it has none. */
  cleanupTime: number | undefined;

  add(time: number, row: CachedRow): void {
    const rows = this.#rows.get(time);
    if (rows === undefined) this.#rows.set(time, [row]);
    else rows.push(row);
  }

  /** Returns the rows by their time. */
  entries(): readonly (readonly [number, readonly CachedRow[]])[] {
    return this.#rows.entries();
  }

  remove(time: number): void {
    this.#rows.delete(time);
  }
}
