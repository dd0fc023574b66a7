import type { AggregateCall } from "./aggregate/aggregate-call.ts";
import { AggregateHandler } from "./aggregate/aggregate-handler.ts";
import type { ChangelogOperator, OperatorContext } from "./changelog-operator.ts";
import { indexOfColumn, indicesOfColumns } from "./column.ts";
import { uniformMonotonicity } from "./monotonicity.ts";
import type { OverOptions } from "./over/over-options.ts";
import { ProcTimeRangeBoundedPrecedingFunction } from "./over/proc-time-range-bounded-preceding-function.ts";
import { ProcTimeRowsBoundedPrecedingFunction } from "./over/proc-time-rows-bounded-preceding-function.ts";
import { ProcTimeUnboundedPrecedingFunction } from "./over/proc-time-unbounded-preceding-function.ts";
import { RowTimeRangeBoundedPrecedingFunction } from "./over/row-time-range-bounded-preceding-function.ts";
import { RowTimeRowsBoundedPrecedingFunction } from "./over/row-time-rows-bounded-preceding-function.ts";
import { RowTimeUnboundedPrecedingOverFunction } from "./over/row-time-unbounded-preceding-over-function.ts";
import { needsUpdateBefore, type Table } from "./table.ts";

/** The rows that an OVER aggregate sees: up to `preceding` rows, or ms, before the current one, and that one. */
export interface OverFrame {
  readonly type: "rows" | "range";
  readonly preceding: number | "unbounded";
}

/** An OVER aggregate: `SUM(v) OVER (PARTITION BY keys ORDER BY order ROWS BETWEEN … AND CURRENT ROW)`. */
export interface OverAggregateSpec {
  readonly keys: readonly string[];
  readonly time: "event" | "processing";
  /** The time attribute of ORDER BY. */
  readonly order: string;
  readonly frame: OverFrame;
  readonly aggregates: readonly AggregateCall[];
}

/**
 * Adds aggregates of the rows before it to each row (the planner's `OverAggregate`; Flink's functions under
 * `operators/over`). In event time rows wait for the watermark, in processing time they are sent at once. The columns
 * are the input's, then the aggregates.
 */
export function overAggregate(input: Table, spec: OverAggregateSpec): Table {
  const handler = new AggregateHandler(input.columns, spec.aggregates, () => "retractable");
  return {
    name: "OverAggregate",
    columns: [...input.columns, ...handler.columns],
    upsertKeys: [],
    changes: "insert-only",
    monotonicity: uniformMonotonicity(input.columns.length + handler.columns.length, "constant"),
    inputs: [input],
    source: undefined,
    inputUpdateKinds: needsUpdateBefore([input]),
    createOperator: (context) => {
      const keyIndices = indicesOfColumns(input.columns, spec.keys);
      const timeIndex = indexOfColumn(input.columns, spec.order);
      return operatorOf(spec, { keyIndices, timeIndex, handler }, context);
    },
  };
}

function operatorOf(
  spec: OverAggregateSpec,
  options: OverOptions,
  context: OperatorContext,
): ChangelogOperator {
  const { type, preceding } = spec.frame;
  if (preceding === "unbounded") return unboundedOperatorOf(spec, options, context);
  const bounded = { ...options, preceding };
  switch (`${spec.time} ${type}` as const) {
    case "event rows":
      return new RowTimeRowsBoundedPrecedingFunction(bounded, context);
    case "event range":
      return new RowTimeRangeBoundedPrecedingFunction(bounded, context);
    case "processing rows":
      return new ProcTimeRowsBoundedPrecedingFunction(bounded, context);
    case "processing range":
      return new ProcTimeRangeBoundedPrecedingFunction(bounded, context);
  }
}

function unboundedOperatorOf(
  spec: OverAggregateSpec,
  options: OverOptions,
  context: OperatorContext,
): ChangelogOperator {
  if (spec.time === "processing") return new ProcTimeUnboundedPrecedingFunction(options, context);
  return new RowTimeUnboundedPrecedingOverFunction({ ...options, frameType: spec.frame.type }, context);
}
