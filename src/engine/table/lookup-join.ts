import { indicesOfColumns, joinColumns } from "./column.ts";
import { LookupJoinRunner } from "./join/lookup-join-runner.ts";
import type { LookupCacheOptions, LookupTable } from "./join/lookup-table.ts";
import { inheritedMonotonicity } from "./monotonicity.ts";
import { passesUpdateKindOn, type Table } from "./table.ts";

/** A lookup join: `left JOIN table FOR SYSTEM_TIME AS OF left.proctime`. */
export interface LookupJoinSpec {
  readonly type: "inner" | "left";
  readonly on: readonly (readonly [left: string, right: string])[];
  /** A cache in front of the table; without one every row asks. */
  readonly cache?: LookupCacheOptions;
}

/**
 * Asks an outside table for each row, as it is at that moment (the planner's `LookupJoin`; Flink's
 * `LookupJoinRunner`). The columns are those of `join`.
 */
export function lookupJoin(left: Table, table: LookupTable, spec: LookupJoinSpec): Table {
  const columns = joinColumns(left.columns, table.columns);
  return {
    name: "LookupJoin",
    columns,
    upsertKeys: [],
    changes: left.changes,
    monotonicity: inheritedMonotonicity(left.monotonicity, columns.length),
    inputs: [left],
    source: undefined,
    inputUpdateKinds: passesUpdateKindOn([left]),
    createOperator: (context) => {
      const leftKeys = spec.on.map(([name]) => name);
      const rightKeys = spec.on.map(([, name]) => name);
      const options = {
        type: spec.type,
        table,
        leftKeyIndices: indicesOfColumns(left.columns, leftKeys),
        rightKeyIndices: indicesOfColumns(table.columns, rightKeys),
        cache: spec.cache,
      };
      return new LookupJoinRunner(options, context);
    },
  };
}
