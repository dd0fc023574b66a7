import { columnNamed, indexOfColumn, indicesOfColumns, joinColumns } from "./column.ts";
import type { IntervalJoinSideOptions } from "./join/interval-join-options.ts";
import { TimeIntervalJoin } from "./join/time-interval-join.ts";
import { uniformMonotonicity } from "./monotonicity.ts";
import { needsUpdateBefore, type Table } from "./table.ts";

/** An interval join: the right time is in [left time + lower, left time + upper], ms. */
export interface IntervalJoinSpec {
  readonly type: "inner" | "left" | "right" | "full";
  readonly on: readonly (readonly [left: string, right: string])[];
  /** The time attributes of both sides. */
  readonly time: readonly [left: string, right: string];
  readonly lower: number;
  readonly upper: number;
  /** ms that rows wait longer in the state (`table.exec.interval-join.min-cleanup-interval`, 0). */
  readonly minCleanupInterval?: number;
}

/**
 * Joins rows whose times lie near each other (the planner's `IntervalJoin`; Flink's `RowTimeIntervalJoin` and
 * `ProcTimeIntervalJoin`), and forgets them when the interval has passed. Both tables may only be added to. The columns
 * are those of `join`.
 */
export function intervalJoin(left: Table, right: Table, spec: IntervalJoinSpec): Table {
  const { type, lower, upper } = spec;
  const columns = joinColumns(left.columns, right.columns);
  return {
    name: "IntervalJoin",
    columns,
    upsertKeys: [],
    changes: "insert-only",
    monotonicity: uniformMonotonicity(columns.length, "constant"),
    inputs: [left, right],
    source: undefined,
    inputUpdateKinds: needsUpdateBefore([left, right]),
    createOperator: (context) => {
      const leftKeys = spec.on.map(([name]) => name);
      const rightKeys = spec.on.map(([, name]) => name);
      const padsLeft = type === "left" || type === "full" ? "outer" : "none";
      const padsRight = type === "right" || type === "full" ? "outer" : "none";
      const options = {
        time: timeDomainOf(left, spec.time[0]),
        left: { ...sideOf(left, leftKeys, spec.time[0]), padding: padsLeft },
        right: { ...sideOf(right, rightKeys, spec.time[1]), padding: padsRight },
        lower,
        upper,
        minCleanupInterval: spec.minCleanupInterval ?? 0,
      } as const;
      return new TimeIntervalJoin(options, context);
    },
  };
}

function timeDomainOf(table: Table, time: string): "event" | "processing" {
  return columnNamed(table.columns, time).type === "PROCTIME" ? "processing" : "event";
}

function sideOf(
  table: Table,
  keys: readonly string[],
  time: string,
): Omit<IntervalJoinSideOptions, "padding"> {
  return {
    keyIndices: indicesOfColumns(table.columns, keys),
    timeIndex: indexOfColumn(table.columns, time),
    arity: table.columns.length,
  };
}
