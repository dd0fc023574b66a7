import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { equalRows, keyOf, project, type Row, type RowKind } from "../row.ts";
import type { DeduplicateOptions } from "./deduplicate-options.ts";

interface KeptRow {
  readonly row: Row;
  /** The kind with which the row was sent: over the heap backend it is part of the kept object. */
  readonly kind: "+I" | "+U";
}

/**
 * Keeps the row of each key that came last (Flink's class of the same name). An equal row is
 * silent only as long as the first row stands: Flink compares the kinds too, a new row is `+I`, and the kept one
 * has become `+U` from its second version on, because the heap backend keeps the very object that was sent.
 */
export class ProcTimeDeduplicateKeepLastRowFunction implements ChangelogOperator {
  readonly #options: DeduplicateOptions;
  readonly #context: OperatorContext;
  readonly #keptRows = new Map<string, KeptRow>();

  constructor(options: DeduplicateOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(_kind: RowKind, row: Row): void {
    const key = keyOf(project(row, this.#options.keyIndices));
    const kept = this.#keptRows.get(key);
    if (kept === undefined) {
      this.#keep(key, row, "+I");
    } else if (kept.kind === "+I" && equalRows(kept.row, row)) {
      this.#keptRows.set(key, { row, kind: "+I" });
    } else {
      if (this.#options.updateKind === "before-and-after") this.#context.output.collect("-U", kept.row);
      this.#keep(key, row, "+U");
    }
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }

  #keep(key: string, row: Row, kind: "+I" | "+U"): void {
    this.#keptRows.set(key, { row, kind });
    this.#context.output.collect(kind, row);
  }
}
