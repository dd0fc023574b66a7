import type { Accumulators } from "../aggregate/aggregate-handler.ts";
import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, type Row, type RowKind } from "../row.ts";
import type { OverOptions } from "./over-options.ts";

/** Adds to each row, at once, the aggregates of all rows so far (Flink's class of the same name). */
export class ProcTimeUnboundedPrecedingFunction implements ChangelogOperator {
  readonly #options: OverOptions;
  readonly #context: OperatorContext;
  readonly #accumulators = new Map<string, Accumulators>();

  constructor(options: OverOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(kind: RowKind, row: Row): void {
    const { handler, keyIndices } = this.#options;
    const key = keyOf(project(row, keyIndices));
    const accumulators = this.#accumulators.get(key) ?? handler.createAccumulators();
    this.#accumulators.set(key, accumulators);
    handler.apply(accumulators, kind, row);
    this.#context.output.collect("+I", [...row, ...handler.getValue(accumulators)]);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
