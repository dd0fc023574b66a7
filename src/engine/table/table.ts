import type { ChangelogOperator, OperatorContext } from "./changelog-operator.ts";
import type { Column } from "./column.ts";
import type { Condition } from "./condition.ts";
import type { TableMonotonicity } from "./monotonicity.ts";
import type { UpdateKind } from "./update-kind.ts";

/**
 * A table of a program: what its rows are, and the operator that makes them of the tables below it. Builder
 * functions (`groupAggregate`, `join`, …) make one of others; `TableProgram` runs the last of them.
 */
export interface Table {
  /** The operator's name in Flink's EXPLAIN. */
  readonly name: string;
  readonly columns: readonly Column[];
  /**
   * Sets of columns by which the changes of a row are known: those of one key come in order, and the last one
   * counts. None if there is no such set.
   */
  readonly upsertKeys: readonly (readonly string[])[];
  /** Whether rows are only added, or also changed and deleted. */
  readonly changes: "insert-only" | "updating";
  /** How the columns move when rows are updated. */
  readonly monotonicity: TableMonotonicity;
  readonly inputs: readonly Table[];
  /** The name of the source that feeds this table; only a scan has one. */
  readonly source: string | undefined;
  /**
   * Returns which kinds of update the inputs must send so that this table can send `asked`: one entry an input, the
   * possibilities in order of preference, none if it cannot.
   */
  readonly inputUpdateKinds: (asked: UpdateKind) => readonly (readonly UpdateKind[])[];
  /** Returns the table with a filter in its operator; only a table that can take one in has this. */
  readonly filtered?: (where: Condition) => Table;
  /** Makes the operator; `updateKind` is what it must send. */
  readonly createOperator: (context: OperatorContext, updateKind: UpdateKind) => ChangelogOperator;
}

/** The possibilities of a table whose updates take the kind that is asked from all its inputs. */
export function passesUpdateKindOn(inputs: readonly Table[]): Table["inputUpdateKinds"] {
  return (asked) => [inputs.map(() => asked)];
}

/** The possibilities of a table that needs the old row of each update, whatever it is asked for. */
export function needsUpdateBefore(inputs: readonly Table[]): Table["inputUpdateKinds"] {
  return () => [inputs.map(() => "before-and-after" as const)];
}

/** Says whether a key of `table` is made of all these columns and maybe others. */
export function hasUpsertKeyWith(table: Table, columns: readonly string[]): boolean {
  return table.upsertKeys.some((key) => columns.every((column) => key.includes(column)));
}
