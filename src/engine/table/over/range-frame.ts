import type { Accumulators, AggregateHandler } from "../aggregate/aggregate-handler.ts";
import type { Row } from "../row.ts";
import { RowsByTime } from "./rows-by-time.ts";

/**
 * A frame of RANGE: the rows of the current time, which are peers, and those of `preceding` ms before it. Its state
 * may be dropped by a timer at `cleanupTime` when no row of half as long again has come.
 */
export class RangeFrame {
  readonly #handler: AggregateHandler;
  readonly #preceding: number;
  readonly rows = new RowsByTime();
  readonly #accumulators: Accumulators;
  /** When the frame is to be forgotten, ms; none while it is empty. */
  cleanupTime: number | undefined;

  constructor(handler: AggregateHandler, preceding: number) {
    this.#handler = handler;
    this.#preceding = preceding;
    this.#accumulators = handler.createAccumulators();
  }

  /** Returns when to forget the frame, now that a row of `time` has come; none if that is settled already. */
  nextCleanupTime(time: number): number | undefined {
    if (this.cleanupTime !== undefined && this.cleanupTime >= time + this.#preceding + 1) return undefined;
    this.cleanupTime = time + Math.trunc(this.#preceding * 1.5) + 1;
    return this.cleanupTime;
  }

  /** Moves the frame on to `time` and returns its rows with the frame's aggregates behind them. */
  moveTo(time: number): readonly Row[] {
    const current = this.rows.get(time);
    for (const row of this.rows.takeBefore(time - this.#preceding)) {
      this.#handler.apply(this.#accumulators, "-D", row);
    }
    for (const row of current) this.#handler.apply(this.#accumulators, "+I", row);
    const value = this.#handler.getValue(this.#accumulators);
    return current.map((row) => [...row, ...value]);
  }
}
