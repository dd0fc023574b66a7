import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { equalRows, isAccumulate, keyOf, project, type Row, type RowKind } from "../row.ts";

/** What an upsert materializer needs to know. */
export interface UpsertMaterializerOptions {
  /** The places of the columns of the sink's primary key. */
  readonly keyIndices: readonly number[];
  /** The places of the columns of the changes' own key, by which a row's old version is found; none = all columns. */
  readonly upsertKeyIndices: readonly number[] | undefined;
}

/**
 * Makes of changes by one key an upsert stream by another, the sink's (Flink's class of the same name): for each
 * sink key it keeps the rows in order of arrival, of which the last one counts. An added row is `+I` if it is the
 * first, else `+U`; when the last one goes the one before is sent again as `+U`, when the only one goes `-D`; the
 * departure of another one is silent.
 */
export class SinkUpsertMaterializer implements ChangelogOperator {
  readonly #options: UpsertMaterializerOptions;
  readonly #context: OperatorContext;
  readonly #rows = new Map<string, Row[]>();

  constructor(options: UpsertMaterializerOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(kind: RowKind, row: Row): void {
    const key = keyOf(project(row, this.#options.keyIndices));
    const rows = this.#rows.get(key) ?? [];
    if (isAccumulate(kind)) this.#add(rows, row);
    else this.#retract(rows, row);
    if (rows.length === 0) this.#rows.delete(key);
    else this.#rows.set(key, rows);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }

  #add(rows: Row[], row: Row): void {
    this.#context.output.collect(rows.length === 0 ? "+I" : "+U", row);
    const index = this.#options.upsertKeyIndices === undefined ? -1 : this.#indexOf(rows, row);
    if (index < 0) rows.push(row);
    else rows[index] = row;
  }

  #retract(rows: Row[], row: Row): void {
    const index = this.#indexOf(rows, row);
    if (index < 0) return;
    const wasLast = index === rows.length - 1;
    rows.splice(index, 1);
    const last = rows.at(-1);
    if (last === undefined) this.#context.output.collect("-D", row);
    else if (wasLast) this.#context.output.collect("+U", last);
  }

  #indexOf(rows: readonly Row[], row: Row): number {
    const { upsertKeyIndices } = this.#options;
    const identity = (other: Row) =>
      upsertKeyIndices === undefined ? other : project(other, upsertKeyIndices);
    return rows.findIndex((other) => equalRows(identity(other), identity(row)));
  }
}
