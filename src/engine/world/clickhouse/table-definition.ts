import type { MergeTreeSettings } from "./merge-tree-settings.ts";
import { textOf } from "./row-text.ts";

/** A row by the names of its columns. */
export type ClickHouseRow = Readonly<Record<string, unknown>>;

/** What a table does with its rows when parts are merged. */
export type MergeTreeEngine =
  | { readonly type: "MergeTree" }
  /** Of rows with equal sorting keys only the last one stays, once they are in one part; until then all are there. */
  | { readonly type: "ReplacingMergeTree"; readonly orderBy: readonly string[] };

/** What CREATE TABLE says. */
export interface ClickHouseTableDefinition {
  readonly name: string;
  readonly engine?: MergeTreeEngine;
  /** `PARTITION BY`: rows of different partitions never share a part. All rows are in one by default. */
  readonly partitionBy?: (row: ClickHouseRow) => string;
  readonly settings?: Partial<MergeTreeSettings>;
}

/** Returns the rows that are left when an engine puts them together; of equal ones the last is kept. */
export function mergedRows(
  rows: readonly ClickHouseRow[],
  engine: MergeTreeEngine,
): readonly ClickHouseRow[] {
  if (engine.type === "MergeTree") return rows;
  const byKey = new Map(
    rows.map((row) => [textOf(engine.orderBy.map((column) => row[column] ?? null)), row]),
  );
  return [...byKey.values()];
}
