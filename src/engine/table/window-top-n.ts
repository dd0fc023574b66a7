import { indexOfColumn, indicesOfColumns } from "./column.ts";
import { SortOrder, type SortColumn } from "./rank/sort-order.ts";
import { needsUpdateBefore, type Table } from "./table.ts";
import { WINDOW_COLUMNS } from "./window-aggregate.ts";
import { WindowRankOperator } from "./window/window-rank-operator.ts";
import { checkWindowSpec, type AlignedWindowSpec } from "./window/window-spec.ts";

/** A Top-N of each window: `ROW_NUMBER() OVER (PARTITION BY window_start, window_end, keys ORDER BY orderBy) <= n`. */
export interface WindowTopNSpec {
  readonly window: AlignedWindowSpec;
  readonly keys: readonly string[];
  readonly orderBy: readonly SortColumn[];
  readonly n: number;
  /** The name of the rank's column. */
  readonly rank: string;
}

/**
 * The first n rows of each window, sent once at its end (the planner's `WindowRank` over a window table function;
 * Flink's `SyncStateWindowRankProcessor`). The columns are the input's, window_start, window_end, then the rank.
 * Throws if the window's lengths do not fit.
 */
export function windowTopN(input: Table, spec: WindowTopNSpec): Table {
  checkWindowSpec(spec.window);
  return {
    name: "WindowRank",
    columns: [...input.columns, ...WINDOW_COLUMNS, { name: spec.rank, type: "BIGINT" }],
    upsertKeys: [],
    changes: "insert-only",
    monotonicity: undefined,
    inputs: [input],
    source: undefined,
    inputUpdateKinds: needsUpdateBefore([input]),
    createOperator: (context) => {
      const options = {
        spec: spec.window,
        timeIndex: indexOfColumn(input.columns, spec.window.time),
        keyIndices: indicesOfColumns(input.columns, spec.keys),
        order: new SortOrder(input.columns, spec.orderBy),
        n: spec.n,
      };
      return new WindowRankOperator(options, context);
    },
  };
}
