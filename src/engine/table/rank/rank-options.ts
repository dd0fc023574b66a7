import type { RankOutputOptions } from "./rank-output.ts";
import type { SortOrder } from "./sort-order.ts";

/** What a Top-N operator needs to know. */
export interface RankOptions extends RankOutputOptions {
  /** The places of the columns of PARTITION BY. */
  readonly partitionIndices: readonly number[];
  readonly order: SortOrder;
}
