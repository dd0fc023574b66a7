import type { ChangelogOperator, OperatorContext } from "./changelog-operator.ts";
import type { Column, SqlType } from "./column.ts";
import { uniformMonotonicity } from "./monotonicity.ts";
import type { Row, RowKind } from "./row.ts";
import type { Table } from "./table.ts";
import type { UpdateKind } from "./update-kind.ts";

/** A table that comes from outside. */
export interface SourceTable {
  /** The name by which a program is fed. */
  readonly name: string;
  /** Its columns, without a processing-time attribute. A row time is a column of type ROWTIME. */
  readonly columns: readonly Column[];
  /** The name of a processing-time attribute, which becomes the last column. */
  readonly proctime?: string;
  readonly primaryKey?: readonly string[];
  /** Whether rows are only added, come with all kinds of change, or with `+I`, `+U` and `-D` by their key. */
  readonly changelog: "insert-only" | "all" | "upsert";
}

/**
 * Reads a table (the planner's `TableSourceScan`). A processing-time attribute is NULL in its rows, as in Flink, until
 * the program sends them. It drops `-U` if nobody needs it (`DropUpdateBefore`).
 */
export function scan(source: SourceTable): Table {
  const proctime: SqlType = "PROCTIME";
  const attributes = source.proctime === undefined ? [] : [{ name: source.proctime, type: proctime }];
  const columns = [...source.columns, ...attributes];
  const isInsertOnly = source.changelog === "insert-only";
  return {
    name: "TableSourceScan",
    columns,
    upsertKeys: source.primaryKey === undefined ? [] : [source.primaryKey],
    changes: isInsertOnly ? "insert-only" : "updating",
    monotonicity: uniformMonotonicity(columns.length, isInsertOnly ? "constant" : "not-monotonic"),
    inputs: [],
    source: source.name,
    inputUpdateKinds: () => [[]],
    createOperator: (context, updateKind) => new ScanOperator(source, updateKind, context),
  };
}

class ScanOperator implements ChangelogOperator {
  readonly #source: SourceTable;
  readonly #updateKind: UpdateKind;
  readonly #context: OperatorContext;

  constructor(source: SourceTable, updateKind: UpdateKind, context: OperatorContext) {
    this.#source = source;
    this.#updateKind = updateKind;
    this.#context = context;
  }

  processElement(kind: RowKind, row: Row): void {
    if (kind === "-U" && this.#updateKind === "only-after") return;
    this.#context.output.collect(kind, this.#source.proctime === undefined ? row : [...row, null]);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
