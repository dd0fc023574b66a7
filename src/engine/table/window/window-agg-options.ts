import type { AggregateHandler } from "../aggregate/aggregate-handler.ts";

/** What a window aggregate needs to know beyond its window. */
export interface WindowAggOptions {
  /** The places of the key's columns. */
  readonly keyIndices: readonly number[];
  /** The place of the time attribute. */
  readonly timeIndex: number;
  /** Whether rows have their own time and windows wait for the watermark, or the clock's. */
  readonly time: "event" | "processing";
  /** Whether slices are added up before the shuffle too; only in event time and over rows that are only added. */
  readonly phases: "one-phase" | "local-global";
  readonly handler: AggregateHandler;
}
