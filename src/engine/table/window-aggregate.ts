import type { AggregateCall } from "./aggregate/aggregate-call.ts";
import { AggregateHandler } from "./aggregate/aggregate-handler.ts";
import { columnNamed, columnsNamed, indexOfColumn, indicesOfColumns, type Column } from "./column.ts";
import { needsUpdateBefore, type Table } from "./table.ts";
import { SessionWindowAggOperator } from "./window/session-window-agg-operator.ts";
import { SlicingWindowAggOperator } from "./window/slicing-window-agg-operator.ts";
import type { WindowAggOptions } from "./window/window-agg-options.ts";
import { checkWindowSpec, type WindowSpec } from "./window/window-spec.ts";

/** The columns that a window adds to its rows. */
export const WINDOW_COLUMNS: readonly Column[] = [
  { name: "window_start", type: "TIMESTAMP" },
  { name: "window_end", type: "TIMESTAMP" },
];

/** A GROUP BY over a window table function. */
export interface WindowAggregateSpec {
  readonly keys: readonly string[];
  readonly window: WindowSpec;
  readonly aggregates: readonly AggregateCall[];
}

/**
 * GROUP BY a window of TUMBLE, HOP, CUMULATE or SESSION: one final row a key and window, at the end of the window
 * (Flink's `WindowAggOperator`; in event time with a `LocalSlicingWindowAggOperator` before the shuffle). The columns
 * are the keys, window_start, window_end, then the aggregates. Throws if the window's lengths do not fit.
 */
export function windowAggregate(input: Table, spec: WindowAggregateSpec): Table {
  checkWindowSpec(spec.window);
  const handler = new AggregateHandler(input.columns, spec.aggregates, () =>
    input.changes === "insert-only" ? "final" : "retractable",
  );
  const keyColumns = columnsNamed(input.columns, spec.keys);
  return {
    name: "WindowAggregate",
    columns: [...keyColumns, ...WINDOW_COLUMNS, ...handler.columns],
    upsertKeys: [[...spec.keys, ...WINDOW_COLUMNS.map((column) => column.name)]],
    changes: "insert-only",
    monotonicity: undefined,
    inputs: [input],
    source: undefined,
    inputUpdateKinds: needsUpdateBefore([input]),
    createOperator: (context) => {
      const options = optionsOf(input, spec, handler);
      const { window } = spec;
      return window.type === "session"
        ? new SessionWindowAggOperator(options, window.gap, context)
        : new SlicingWindowAggOperator(options, window, context);
    },
  };
}

function optionsOf(input: Table, spec: WindowAggregateSpec, handler: AggregateHandler): WindowAggOptions {
  const timeIndex = indexOfColumn(input.columns, spec.window.time);
  const time = columnNamed(input.columns, spec.window.time).type === "PROCTIME" ? "processing" : "event";
  const hasLocalPhase = time === "event" && input.changes === "insert-only";
  return {
    keyIndices: indicesOfColumns(input.columns, spec.keys),
    timeIndex,
    time,
    phases: hasLocalPhase ? "local-global" : "one-phase",
    handler,
  };
}
