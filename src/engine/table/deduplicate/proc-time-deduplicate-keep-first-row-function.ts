import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, type Row, type RowKind } from "../row.ts";
import type { DeduplicateOptions } from "./deduplicate-options.ts";

/** Keeps the row of each key that comes first; append-only (Flink's class of the same name). */
export class ProcTimeDeduplicateKeepFirstRowFunction implements ChangelogOperator {
  readonly #options: DeduplicateOptions;
  readonly #context: OperatorContext;
  readonly #seenKeys = new Set<string>();

  constructor(options: DeduplicateOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(kind: RowKind, row: Row): void {
    const key = keyOf(project(row, this.#options.keyIndices));
    if (this.#seenKeys.has(key)) return;
    this.#seenKeys.add(key);
    this.#context.output.collect(kind, row);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
