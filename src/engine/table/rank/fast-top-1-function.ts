import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, type Row, type RowKind } from "../row.ts";
import type { RankOptions } from "./rank-options.ts";
import { RankOutput } from "./rank-output.ts";

/**
 * The first row of each partition, over rows that are only added or whose updates only move up (Flink's class of
 * the same name). The partition is a key of the result, so a better row replaces the old one.
 */
export class FastTop1Function implements ChangelogOperator {
  readonly #options: RankOptions;
  readonly #context: OperatorContext;
  readonly #output: RankOutput;
  readonly #firstRows = new Map<string, Row>();

  constructor(options: RankOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#output = new RankOutput(options, context.output);
  }

  processElement(_kind: RowKind, row: Row): void {
    const { order, partitionIndices } = this.#options;
    const partition = keyOf(project(row, partitionIndices));
    const first = this.#firstRows.get(partition);
    if (first !== undefined && order.compare(order.sortKeyOf(row), order.sortKeyOf(first)) >= 0) return;
    this.#firstRows.set(partition, row);
    if (first === undefined) this.#output.collect("+I", row, 1);
    else this.#output.replace(first, row, 1);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
