import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { equalRows, isAccumulate, keyOf, project, type Row, type RowKind } from "../row.ts";
import type { UpdateKind } from "../update-kind.ts";

/** What an operator needs to know to complete an upsert stream. */
export interface ChangelogNormalizeOptions {
  /** The places of the primary key's columns. */
  readonly keyIndices: readonly number[];
  /** The filter that rows must pass. */
  readonly passes: (row: Row) => boolean;
  readonly updateKind: UpdateKind;
}

/**
 * Makes a full changelog of an upsert stream, by its key (the planner's `ChangelogNormalize`; Flink's
 * `DeduplicateFunctionHelper.processLastRowOnChangelog`): it adds `-U`, calls the first row of a key `+I`, and
 * gives a deletion its fields back, which may come with the key alone. An equal row is dropped (whatever its kind
 * since 2.2, FLINK-38217), and so is the deletion of an unknown key. With a filter only rows that pass are kept
 * (`processLastRowOnChangelogWithFilter`).
 */
export class ChangelogNormalizeOperator implements ChangelogOperator {
  readonly #options: ChangelogNormalizeOptions;
  readonly #context: OperatorContext;
  readonly #rows = new Map<string, Row>();

  constructor(options: ChangelogNormalizeOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(kind: RowKind, row: Row): void {
    const key = keyOf(project(row, this.#options.keyIndices));
    const before = this.#rows.get(key);
    if (before !== undefined && isAccumulate(kind) && equalRows(before, row)) return;
    if (isAccumulate(kind) && this.#options.passes(row)) this.#put(key, before, row);
    else if (before !== undefined) {
      this.#rows.delete(key);
      this.#context.output.collect("-D", before);
    }
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }

  #put(key: string, before: Row | undefined, row: Row): void {
    const { output } = this.#context;
    this.#rows.set(key, row);
    if (before === undefined) {
      output.collect("+I", row);
      return;
    }
    if (this.#options.updateKind === "before-and-after") output.collect("-U", before);
    output.collect("+U", row);
  }
}
