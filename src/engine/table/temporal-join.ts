import { indexOfColumn, indicesOfColumns, joinColumns } from "./column.ts";
import { TemporalRowTimeJoinOperator } from "./join/temporal-row-time-join-operator.ts";
import type { Table } from "./table.ts";

/** An event-time temporal join: `left JOIN right FOR SYSTEM_TIME AS OF left time`. */
export interface TemporalJoinSpec {
  readonly type: "inner" | "left";
  readonly on: readonly (readonly [left: string, right: string])[];
  /** The row time of the left and the row time from which a version of the right holds. */
  readonly time: readonly [left: string, right: string];
}

/**
 * Joins each left row with the version of the right that held at its time (the planner's `TemporalJoin`; Flink's
 * `TemporalRowTimeJoinOperator`). The right is a versioned table: changes by the join columns. The columns are those
 * of `join`.
 */
export function temporalJoin(left: Table, right: Table, spec: TemporalJoinSpec): Table {
  const leftKeys = spec.on.map(([name]) => name);
  const rightKeys = spec.on.map(([, name]) => name);
  return {
    name: "TemporalJoin",
    columns: joinColumns(left.columns, right.columns),
    upsertKeys: [],
    changes: left.changes,
    monotonicity: undefined,
    inputs: [left, right],
    source: undefined,
    inputUpdateKinds: (asked) => [
      [asked, "only-after"],
      [asked, "before-and-after"],
    ],
    createOperator: (context) => {
      const options = {
        type: spec.type,
        leftKeyIndices: indicesOfColumns(left.columns, leftKeys),
        rightKeyIndices: indicesOfColumns(right.columns, rightKeys),
        leftTimeIndex: indexOfColumn(left.columns, spec.time[0]),
        rightTimeIndex: indexOfColumn(right.columns, spec.time[1]),
        rightArity: right.columns.length,
      };
      return new TemporalRowTimeJoinOperator(options, context);
    },
  };
}
