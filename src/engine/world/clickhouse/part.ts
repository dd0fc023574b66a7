import type { ClickHouseRow } from "./table-definition.ts";

/** A piece of a table that is written once: by an insert, or by a merge of older parts. */
export interface Part {
  readonly partition: string;
  /** The numbers of the first and the last insert that are in it. */
  readonly minBlock: number;
  readonly maxBlock: number;
  /** How often its rows have been merged. */
  readonly level: number;
  readonly rows: readonly ClickHouseRow[];
}

/** Returns the name of a part as in `system.parts`, for example `all_1_8_1`. */
export function partName({ partition, minBlock, maxBlock, level }: Part): string {
  return `${partition}_${minBlock}_${maxBlock}_${level}`;
}
