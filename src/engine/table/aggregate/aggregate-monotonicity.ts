import { indexOfColumn } from "../column.ts";
import { isAppendOnly, type Monotonicity, type TableMonotonicity } from "../monotonicity.ts";
import type { Table } from "../table.ts";
import type { AggregateCall } from "./aggregate-call.ts";

/**
 * Returns how the results of a GROUP BY move (the planner's `FlinkRelMdModifiedMonotonicity`): counts and maxima
 * upwards, minima downwards, as long as no row of the input is deleted or changes its group, and its own updates go
 * the same way. The columns are the keys, then the calls.
 */
export function aggregateMonotonicity(
  input: Table,
  keys: readonly string[],
  calls: readonly AggregateCall[],
): TableMonotonicity {
  const movements = input.monotonicity;
  const movementOf = (name: string) => movements?.[indexOfColumn(input.columns, name)] ?? "not-monotonic";
  if (movements === undefined || keys.some((key) => movementOf(key) !== "constant")) return undefined;
  const results = calls.map((call): Monotonicity => {
    const own = movementOfCall(call);
    if (isAppendOnly(movements) || call.function === "count" || call.argument === undefined) return own;
    return movementOf(call.argument) === own ? own : "not-monotonic";
  });
  return [...keys.map((): Monotonicity => "constant"), ...results];
}

function movementOfCall(call: AggregateCall): Monotonicity {
  switch (call.function) {
    case "count":
    case "max":
      return "increasing";
    case "min":
      return "decreasing";
    case "sum":
    case "avg":
      return "not-monotonic";
  }
}
