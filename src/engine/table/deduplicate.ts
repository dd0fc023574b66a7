import type { ChangelogOperator, OperatorContext } from "./changelog-operator.ts";
import { indexOfColumn, indicesOfColumns } from "./column.ts";
import type { DeduplicateOptions } from "./deduplicate/deduplicate-options.ts";
import { ProcTimeDeduplicateKeepFirstRowFunction } from "./deduplicate/proc-time-deduplicate-keep-first-row-function.ts";
import { ProcTimeDeduplicateKeepLastRowFunction } from "./deduplicate/proc-time-deduplicate-keep-last-row-function.ts";
import { RowTimeDeduplicateFunction } from "./deduplicate/row-time-deduplicate-function.ts";
import { RowTimeDeduplicateKeepFirstRowFunction } from "./deduplicate/row-time-deduplicate-keep-first-row-function.ts";
import { needsUpdateBefore, type Table } from "./table.ts";

/** A deduplication: `ROW_NUMBER() OVER (PARTITION BY keys ORDER BY time) = 1`. */
export interface DeduplicateSpec {
  readonly keys: readonly string[];
  readonly time: "event" | "processing";
  /** The time attribute of ORDER BY. */
  readonly order: string;
  /** `first`: ascending order, `last`: descending. */
  readonly keep: "first" | "last";
}

/**
 * Keeps one row of each key by time (the planner's `Deduplicate`; Flink's `ProcTimeDeduplicateKeepFirstRowFunction`,
 * `ProcTimeDeduplicateKeepLastRowFunction`, `RowTimeDeduplicateKeepFirstRowFunction`, `RowTimeDeduplicateFunction`).
 * The first row is final, the last one is replaced by later ones.
 */
export function deduplicate(input: Table, spec: DeduplicateSpec): Table {
  return {
    name: "Deduplicate",
    columns: input.columns,
    upsertKeys: [spec.keys],
    changes: spec.keep === "first" ? "insert-only" : "updating",
    monotonicity: input.columns.map(({ name }) =>
      (spec.keep === "first" && spec.time === "processing") || spec.keys.includes(name)
        ? "constant"
        : "not-monotonic",
    ),
    inputs: [input],
    source: undefined,
    inputUpdateKinds: needsUpdateBefore([input]),
    createOperator: (context, updateKind) => {
      const keyIndices = indicesOfColumns(input.columns, spec.keys);
      const timeIndex = indexOfColumn(input.columns, spec.order);
      return operatorOf(spec, { keyIndices, timeIndex, updateKind }, context);
    },
  };
}

function operatorOf(
  spec: DeduplicateSpec,
  options: DeduplicateOptions,
  context: OperatorContext,
): ChangelogOperator {
  switch (`${spec.time} ${spec.keep}` as const) {
    case "processing first":
      return new ProcTimeDeduplicateKeepFirstRowFunction(options, context);
    case "processing last":
      return new ProcTimeDeduplicateKeepLastRowFunction(options, context);
    case "event first":
      return new RowTimeDeduplicateKeepFirstRowFunction(options, context);
    case "event last":
      return new RowTimeDeduplicateFunction(options, context);
  }
}
