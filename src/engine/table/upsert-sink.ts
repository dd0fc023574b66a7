import type { ChangelogOperator, OperatorContext } from "./changelog-operator.ts";
import { indicesOfColumns } from "./column.ts";
import type { Row, RowKind } from "./row.ts";
import { SinkUpsertMaterializer } from "./sink/sink-upsert-materializer.ts";
import type { Table } from "./table.ts";
import type { UpdateKind } from "./update-kind.ts";

/** A sink that knows its rows by a key. */
export interface UpsertSinkSpec {
  /** The columns of its primary key. */
  readonly keys: readonly string[];
  /**
   * `materialize` puts the rows of a sink key in order where the changes have another key
   * (`table.exec.sink.upsert-materialize`); since 2.3 a query has to ask for it. `none`: the changes go in as they are.
   */
  readonly materializer?: "none" | "materialize";
}

/**
 * What reaches an upsert sink (the planner's `Sink`; Flink's `SinkUpsertMaterializer`). If the sink's key is a key of
 * the changes, nobody on the way sends `-U` that can do without; otherwise it comes and the sink takes it as a deletion.
 */
export function upsertSink(input: Table, spec: UpsertSinkSpec): Table {
  const hasSameKey = input.upsertKeys.some((key) => isSameKey(key, spec.keys));
  const mayDropBefore = hasSameKey && spec.materializer !== "materialize";
  const preferred: readonly UpdateKind[] = mayDropBefore
    ? ["only-after", "before-and-after"]
    : ["before-and-after"];
  return {
    name: "Sink",
    columns: input.columns,
    upsertKeys: [spec.keys],
    changes: input.changes,
    monotonicity: input.monotonicity,
    inputs: [input],
    source: undefined,
    inputUpdateKinds: () => preferred.map((kind) => [kind]),
    createOperator: (context) => operatorOf(input, spec, context),
  };
}

function isSameKey(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((column) => b.includes(column));
}

function operatorOf(input: Table, spec: UpsertSinkSpec, context: OperatorContext): ChangelogOperator {
  if (spec.materializer !== "materialize") return new SinkOperator(context);
  const [upsertKey] = input.upsertKeys;
  const upsertKeyIndices = upsertKey === undefined ? undefined : indicesOfColumns(input.columns, upsertKey);
  const keyIndices = indicesOfColumns(input.columns, spec.keys);
  return new SinkUpsertMaterializer({ keyIndices, upsertKeyIndices }, context);
}

class SinkOperator implements ChangelogOperator {
  readonly #context: OperatorContext;

  constructor(context: OperatorContext) {
    this.#context = context;
  }

  processElement(kind: RowKind, row: Row): void {
    this.#context.output.collect(kind, row);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
