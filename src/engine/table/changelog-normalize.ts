import { indicesOfColumns } from "./column.ts";
import { bindCondition, type Condition } from "./condition.ts";
import { ChangelogNormalizeOperator } from "./deduplicate/changelog-normalize-operator.ts";
import type { Table } from "./table.ts";

/**
 * Completes an upsert stream by its key: it adds `-U`, tells `+I` from `+U`, drops equal rows and gives deletions
 * their fields (the planner's `ChangelogNormalize`; Flink's `ProcTimeDeduplicateKeepLastRowFunction` over a
 * changelog). A WHERE above it is done inside: a row that no longer passes is deleted, one that passes again added.
 */
export function changelogNormalize(input: Table, keys: readonly string[]): Table {
  return normalizeOf(input, keys, undefined);
}

function normalizeOf(input: Table, keys: readonly string[], where: Condition | undefined): Table {
  const table: Table = {
    name: "ChangelogNormalize",
    columns: input.columns,
    upsertKeys: [keys],
    changes: "updating",
    monotonicity: input.columns.map(({ name }) => (keys.includes(name) ? "constant" : "not-monotonic")),
    inputs: [input],
    source: undefined,
    inputUpdateKinds: () => [["only-after"]],
    createOperator: (context, updateKind) => {
      const keyIndices = indicesOfColumns(input.columns, keys);
      const passes = bindCondition(input.columns, where);
      return new ChangelogNormalizeOperator({ keyIndices, passes, updateKind }, context);
    },
  };
  if (where !== undefined) return table;
  return { ...table, filtered: (condition) => normalizeOf(input, keys, condition) };
}
