import { columnNamed, indexOfColumn, type Column, type SqlType } from "../column.ts";
import {
  countFunction,
  doubleAverageFunction,
  integerAverageFunction,
  sumFunction,
  type AggregateFunction,
} from "./aggregate-function.ts";
import { distinctFunction } from "./distinct-function.ts";
import { growingMaxFunction, maxFunction, minFunction, shrinkingMinFunction } from "./extreme-function.ts";

/** An aggregate of a query: `SUM(v) AS s` is `{ as: "s", function: "sum", argument: "v" }`. */
export interface AggregateCall {
  /** The name of the result's column. */
  readonly as: string;
  readonly function: "count" | "sum" | "min" | "max" | "avg";
  /** The column that is aggregated. Only COUNT goes without: `COUNT(*)`. */
  readonly argument?: string;
  /** Whether each value counts as often as it is there, or once: `COUNT(DISTINCT v)`. */
  readonly quantifier?: "all" | "distinct";
}

/**
 * Whether the extreme value that MIN or MAX has seen may be taken back, so that all values must be kept
 * (`retractable`), or only gives way to one that is further out (`final`).
 */
export type Extremes = "retractable" | "final";

/** An aggregate call over a table whose columns are known. */
export interface BoundAggregateCall {
  readonly call: AggregateCall;
  /** The place of the argument, -1 for `COUNT(*)`. */
  readonly argumentIndex: number;
  /** DISTINCT as far as it matters: it changes nothing for MIN and MAX. */
  readonly quantifier: "all" | "distinct";
  readonly function: AggregateFunction;
  readonly column: Column;
}

/** Finds the argument and the function of an aggregate call. Throws if the table lacks the column. */
export function bindAggregateCall(
  columns: readonly Column[],
  call: AggregateCall,
  extremes: Extremes,
): BoundAggregateCall {
  const argumentType = call.argument === undefined ? "BIGINT" : columnNamed(columns, call.argument).type;
  const inner = functionOf(call, argumentType, extremes);
  const quantifier = call.function === "min" || call.function === "max" ? "all" : (call.quantifier ?? "all");
  return {
    call,
    argumentIndex: call.argument === undefined ? -1 : indexOfColumn(columns, call.argument),
    quantifier,
    function: quantifier === "distinct" ? distinctFunction(inner) : inner,
    column: { name: call.as, type: call.function === "count" ? "BIGINT" : argumentType },
  };
}

function functionOf(call: AggregateCall, argumentType: SqlType, extremes: Extremes): AggregateFunction {
  switch (call.function) {
    case "count":
      return countFunction;
    case "sum":
      return sumFunction;
    case "min":
      return extremes === "final" ? shrinkingMinFunction : minFunction;
    case "max":
      return extremes === "final" ? growingMaxFunction : maxFunction;
    case "avg":
      return argumentType === "DOUBLE" ? doubleAverageFunction : integerAverageFunction;
  }
}
