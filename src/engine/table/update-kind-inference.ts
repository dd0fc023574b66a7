import type { Table } from "./table.ts";
import type { UpdateKind } from "./update-kind.ts";

/** A table of a program with the kind of updates that it is to send. */
export interface PlannedTable {
  readonly table: Table;
  readonly updateKind: UpdateKind;
  readonly inputs: readonly PlannedTable[];
}

/**
 * Decides from the last table down who sends `-U` (the planner's `FlinkChangelogModeInferenceProgram`): only where
 * some consumer needs it. Returns `undefined` if `table` cannot send `asked`.
 */
export function planUpdateKinds(table: Table, asked: UpdateKind): PlannedTable | undefined {
  for (const kinds of table.inputUpdateKinds(asked)) {
    const inputs = table.inputs.map((input, index) =>
      planUpdateKinds(input, kinds[index] ?? "before-and-after"),
    );
    const planned = inputs.filter((input) => input !== undefined);
    if (planned.length === inputs.length) return { table, updateKind: asked, inputs: planned };
  }
  return undefined;
}
