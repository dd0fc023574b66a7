import { indexOfColumn } from "../column.ts";
import type { Monotonicity, TableMonotonicity } from "../monotonicity.ts";
import type { Table } from "../table.ts";
import type { SortColumn } from "./sort-order.ts";

/** The parts of a Top-N that say how its columns move. */
export interface TopNMonotonicitySpec {
  readonly keys: readonly string[];
  readonly orderBy: readonly SortColumn[];
  readonly rank?: string;
}

/**
 * Returns how the columns of a Top-N move (the planner's `FlinkRelMdModifiedMonotonicity`): the partition and the rank
 * not at all, the first column of ORDER BY towards the top if that of the input does, the others anyhow.
 */
export function topNMonotonicity(input: Table, spec: TopNMonotonicitySpec): TableMonotonicity {
  const movements = input.monotonicity;
  const movementOf = (name: string) => movements?.[indexOfColumn(input.columns, name)] ?? "not-monotonic";
  if (movements === undefined || spec.keys.some((key) => movementOf(key) !== "constant")) return undefined;
  const [first] = spec.orderBy;
  const columns = input.columns.map(({ name }): Monotonicity => {
    if (name === first?.column) return sortColumnMovement(movementOf(name), first.direction);
    return spec.keys.includes(name) ? "constant" : "not-monotonic";
  });
  return spec.rank === undefined ? columns : [...columns, "constant"];
}

function sortColumnMovement(movement: Monotonicity, direction: SortColumn["direction"]): Monotonicity {
  const upwards = direction === "desc" ? "increasing" : "decreasing";
  return movement === upwards || movement === "constant" ? upwards : "not-monotonic";
}
