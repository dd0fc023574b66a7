import type { ChangelogOperator, OperatorContext } from "./changelog-operator.ts";
import { columnNamed, indexOfColumn, indicesOfColumns, type Column, type SqlType } from "./column.ts";
import { bindCondition, type Condition } from "./condition.ts";
import {
  inheritedMonotonicity,
  isAppendOnly,
  uniformMonotonicity,
  type TableMonotonicity,
} from "./monotonicity.ts";
import { project, type Field, type Row, type RowKind } from "./row.ts";
import { hasUpsertKeyWith, type Table } from "./table.ts";

/** A column of a SELECT: another column under a new name, or computed of some. */
export type Projection =
  | { readonly as: string; readonly column: string }
  | {
      readonly as: string;
      readonly type: SqlType;
      /** The columns that it reads. */
      readonly of: readonly string[];
      readonly compute: (fields: Row) => Field;
    };

/** What a calc does: WHERE (or HAVING) first, then SELECT; without a SELECT the columns stay. */
export interface CalcSpec {
  readonly where?: Condition;
  readonly select?: readonly Projection[];
}

/**
 * Filters and projects each change by itself, its kind kept (the planner's `Calc`). So the first row that passes
 * HAVING may come as `+U` without a `+I` before it, for its `-U` was filtered away; and a filter that reads more than
 * a key of its input needs the `-U` of each update. An input that can filter by itself does so.
 */
export function calc(input: Table, spec: CalcSpec): Table {
  const { where, ...projection } = spec;
  if (where === undefined || input.filtered === undefined) return calcOf(input, spec);
  return calcOf(input.filtered(where), projection);
}

function calcOf(input: Table, spec: CalcSpec): Table {
  const projections = spec.select ?? input.columns.map(({ name }) => ({ as: name, column: name }));
  return {
    name: "Calc",
    columns: projections.map((projection) => columnOf(projection, input.columns)),
    upsertKeys: input.upsertKeys.flatMap((key) => renamedKeys(key, projections)),
    changes: input.changes,
    monotonicity: monotonicityOf(input, projections, spec.where),
    inputs: [input],
    source: undefined,
    inputUpdateKinds: (asked) => (asked === "only-after" && needsOldRow(input, spec.where) ? [] : [[asked]]),
    createOperator: (context) => new CalcOperator(input.columns, { ...spec, select: projections }, context),
  };
}

function columnOf(projection: Projection, columns: readonly Column[]): Column {
  if (!("column" in projection)) return { name: projection.as, type: projection.type };
  return { ...columnNamed(columns, projection.column), name: projection.as };
}

/** A filter over a column that moves makes the movement of all columns unknown. */
function monotonicityOf(
  input: Table,
  projections: readonly Projection[],
  where: Condition | undefined,
): TableMonotonicity {
  const movements = input.monotonicity;
  if (movements === undefined || isAppendOnly(movements)) {
    return inheritedMonotonicity(movements, projections.length);
  }
  const movementOf = (name: string) => movements[indexOfColumn(input.columns, name)] ?? "not-monotonic";
  if (where?.of.some((name) => movementOf(name) !== "constant") === true) {
    return uniformMonotonicity(projections.length, "not-monotonic");
  }
  return projections.map((projection) =>
    "column" in projection ? movementOf(projection.column) : "not-monotonic",
  );
}

/** Returns a key under its new names, or nothing if a part of it is not selected. */
function renamedKeys(
  key: readonly string[],
  projections: readonly Projection[],
): readonly (readonly string[])[] {
  const renamed = key.flatMap((name) => {
    const projection = projections.find((other) => "column" in other && other.column === name);
    return projection === undefined ? [] : [projection.as];
  });
  return renamed.length === key.length ? [renamed] : [];
}

function needsOldRow(input: Table, where: Condition | undefined): boolean {
  return where !== undefined && input.changes === "updating" && !hasUpsertKeyWith(input, where.of);
}

class CalcOperator implements ChangelogOperator {
  readonly #where: (row: Row) => boolean;
  readonly #select: readonly BoundProjection[];
  readonly #context: OperatorContext;

  constructor(
    columns: readonly Column[],
    spec: Required<Pick<CalcSpec, "select">> & CalcSpec,
    context: OperatorContext,
  ) {
    this.#where = bindCondition(columns, spec.where);
    this.#select = spec.select.map((projection) => bindProjection(projection, columns));
    this.#context = context;
  }

  processElement(kind: RowKind, row: Row): void {
    if (!this.#where(row)) return;
    const fields = this.#select.map(({ indices, compute }) => compute(project(row, indices)));
    this.#context.output.collect(kind, fields);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}

interface BoundProjection {
  readonly indices: readonly number[];
  readonly compute: (fields: Row) => Field;
}

function bindProjection(projection: Projection, columns: readonly Column[]): BoundProjection {
  if ("column" in projection) {
    return { indices: indicesOfColumns(columns, [projection.column]), compute: ([field = null]) => field };
  }
  return { indices: indicesOfColumns(columns, projection.of), compute: projection.compute };
}
