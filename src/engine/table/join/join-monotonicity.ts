import { indexOfColumn } from "../column.ts";
import type { TableMonotonicity } from "../monotonicity.ts";
import type { Table } from "../table.ts";
import type { JoinKeysSpec } from "./join-upsert-keys.ts";

/**
 * Returns how the columns of a regular join move (the planner's `FlinkRelMdModifiedMonotonicity`): as those of its
 * sides, if no side deletes rows or changes their join columns. Nothing is known of an anti join.
 */
export function joinMonotonicity(left: Table, right: Table, spec: JoinKeysSpec): TableMonotonicity {
  if (spec.type === "anti" || left.monotonicity === undefined || right.monotonicity === undefined) {
    return undefined;
  }
  const staysInPlace = spec.on.every(
    ([leftName, rightName]) => isConstant(left, leftName) && isConstant(right, rightName),
  );
  if (!staysInPlace) return undefined;
  return spec.type === "semi" ? left.monotonicity : [...left.monotonicity, ...right.monotonicity];
}

function isConstant(table: Table, column: string): boolean {
  return table.monotonicity?.[indexOfColumn(table.columns, column)] === "constant";
}
