import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, type Row, type RowKind } from "../row.ts";
import type { BoundedOverOptions } from "./over-options.ts";
import { RowsFrame } from "./rows-frame.ts";

/** Adds to each row, at once, the aggregates of it and the rows before it (Flink's class of the same name). */
export class ProcTimeRowsBoundedPrecedingFunction implements ChangelogOperator {
  readonly #options: BoundedOverOptions;
  readonly #context: OperatorContext;
  readonly #frames = new Map<string, RowsFrame>();

  constructor(options: BoundedOverOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(_kind: RowKind, row: Row): void {
    const { handler, keyIndices, preceding } = this.#options;
    const key = keyOf(project(row, keyIndices));
    const frame = this.#frames.get(key) ?? new RowsFrame(handler, preceding);
    this.#frames.set(key, frame);
    this.#context.output.collect("+I", frame.moveTo(row));
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
