import type { AggregateHandler } from "../aggregate/aggregate-handler.ts";

/** What an OVER aggregate needs to know. */
export interface OverOptions {
  /** The places of the columns of PARTITION BY. */
  readonly keyIndices: readonly number[];
  /** The place of the time attribute of ORDER BY. */
  readonly timeIndex: number;
  readonly handler: AggregateHandler;
}

/** An OVER aggregate whose frame begins a number of rows, or of ms, before the current row. */
export interface BoundedOverOptions extends OverOptions {
  readonly preceding: number;
}
