import { indicesOfColumns, type Column } from "./column.ts";
import { project, type Row } from "./row.ts";

/** A condition over columns: `{ of: ["c"], holds: ([c]) => c > 1 }`. NULL for unknown is false. */
export interface Condition {
  /** The columns that it reads. */
  readonly of: readonly string[];
  readonly holds: (fields: Row) => boolean;
}

/** Returns whether a row of a table with these columns fulfils a condition; without a condition every row does. */
export function bindCondition(
  columns: readonly Column[],
  condition: Condition | undefined,
): (row: Row) => boolean {
  if (condition === undefined) return () => true;
  const indices = indicesOfColumns(columns, condition.of);
  return (row) => condition.holds(project(row, indices));
}
