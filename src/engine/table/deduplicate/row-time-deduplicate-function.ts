import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, timeAt, type Row, type RowKind } from "../row.ts";
import type { DeduplicateOptions } from "./deduplicate-options.ts";

/**
 * Keeps the row of each key with the greatest time, at once, without waiting for a watermark (Flink's class of
 * the same name). Of equal times the later arrival wins.
 */
export class RowTimeDeduplicateFunction implements ChangelogOperator {
  readonly #options: DeduplicateOptions;
  readonly #context: OperatorContext;
  readonly #keptRows = new Map<string, Row>();

  constructor(options: DeduplicateOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(_kind: RowKind, row: Row): void {
    const { keyIndices, timeIndex, updateKind } = this.#options;
    const key = keyOf(project(row, keyIndices));
    const kept = this.#keptRows.get(key);
    if (kept !== undefined && timeAt(kept, timeIndex) > timeAt(row, timeIndex)) return;
    this.#keptRows.set(key, row);
    if (kept === undefined) {
      this.#context.output.collect("+I", row);
      return;
    }
    if (updateKind === "before-and-after") this.#context.output.collect("-U", kept);
    this.#context.output.collect("+U", row);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
